"""What the insurer does for the insured besides: lectures, service specialists (第十七、十八条)."""
