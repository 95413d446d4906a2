"""Word documents (.docx): the form as the notice prints it is a Word table.

`document` chooses among the tables, `tables` reads their rows, `cells` what a person sees in a
cell, for which `styles` knows what is hidden, `fields` what a field shows, `symbols` the characters
of symbol fonts, and `markup` the names of the XML.
"""

from shared_rules.roster.reading.word.document import read

__all__ = ["read"]
