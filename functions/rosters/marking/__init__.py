"""The submitter's own list, marked up: what is wrong in each row, and how to mend it.

`marks` says what stands beside each row; `workbook` writes it into her .xlsx, `rows_only` the rows
to mend into a new one, `delimited` into her .csv, `form` into a new workbook for every other kind
of list; `files` chooses, and `kept` says what does not come back. Her .xlsx is patched: `package`
holds its parts, `book` its sheets, `elements` their XML, which `sheet_cells`, `layout` and
`stylesheet` change; `new_book` is made of the same. `plain` is a workbook of nothing but texts, and
`cells` and `sheets` are for those that openpyxl writes.

Only `marks` and `kept` may be imported where the service answers: the others read what comes from
outside, in the sandbox there, and in her browser.
"""
