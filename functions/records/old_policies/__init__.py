"""Old policies that were brought in (补录), and the imports that brought them."""
