"""What is done after a list was kept: its people are indexed, the area's contact is told."""
