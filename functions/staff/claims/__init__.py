"""`/api/staff/claims`: the desk of claims, where papers are looked at and claims are settled."""
