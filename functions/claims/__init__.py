"""`/api/claims`: a claim is reported, its papers come, and its state is told."""
