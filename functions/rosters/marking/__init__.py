"""The submitter's own list, marked up: what is wrong in each row, and how to mend it.

`marks` says what stands beside each row; `workbook` writes it into her .xlsx, `rows_only` the rows
to mend into a new one, `delimited` into her .csv, `form` into a new workbook for every other kind
of list; `files` chooses, and `kept` says what does not come back. Her .xlsx is patched: `package`
holds its parts, `book` its sheets, `sheet_cells`, `layout` and `stylesheet` change their XML.
`cells` and `sheets` are for new workbooks.

Only `marks` and `kept` may be imported outside the sandbox: what the others need takes long to
import, and reads what comes from outside.
"""
