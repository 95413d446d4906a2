"""Reading the bytes of a list into sheets of cells.

The content decides what a file is, not its name: `kinds` tells archives, old Office files and text
apart, `archive` unpacks what is a zip under guard, and one module each reads `xlsx`, `ods`, `xls`,
`word` (.docx) and `text` (.csv, .txt, pasted rows), which `decoding` makes of bytes and whose cells
are `separated` by a sign, `spaced` under a header, or words on `lines`. Decoding is strict: a
character that cannot be read is a finding, never a replacement character.
"""

from shared_rules.roster.reading.files import read_sheets
from shared_rules.roster.sheets import Cell, Row, Sheet

__all__ = ["Cell", "Row", "Sheet", "read_sheets"]
