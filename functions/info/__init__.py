"""What the service says of itself: its health, its OpenAPI document, and “no such route”."""
