"""Old policies at the desk (补录): checked, brought in, looked at, and taken back as a whole."""
