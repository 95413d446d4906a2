"""Rosters: check a list, submit it, look it up again."""
