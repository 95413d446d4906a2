"""What is kept, in the terms of the field: models, events and a store of each."""
