"""Somebody insured (被保险人), asked for by her exact ID number."""
