"""What whoever runs the service does to it from outside, by hand: docs/operations."""
