"""The desk of lists: queue, case, decisions, hand-off."""
