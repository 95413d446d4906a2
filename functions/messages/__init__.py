"""The route by which who gets messages wants none any more."""
