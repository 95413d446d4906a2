"""Rosters as they are kept."""
