"""Papers that come from a phone: what they are, whether they can be taken, and a clean copy.

`reading` looks at them and cleans them, in a process of its own; `scanner` asks for viruses. What
opens a file (`jpeg`, `png`, `heic`, `pdf` and what they share) is imported by that process only:
Pillow and pypdf take longer to import than a function to start.
"""
