"""A process in which files from outside are read, so that no file can take the function down.

`process` is the function's side of it, `forks` the other one, `pipes` what goes between them.
docs/decisions/0006-files-are-read-in-a-fork.md says why it is done this way.
"""
