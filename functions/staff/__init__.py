"""The desk: people of insurer and federation look at what came in, and decide."""
