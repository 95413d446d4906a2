"""The submitter's own list, marked up: what is wrong in each row, and how to mend it.

`marks` says what stands beside each row; `workbook` writes it into her .xlsx, `delimited` into her
.csv, `form` into a new workbook for every other kind of list, and `files` chooses. `cells` and
`sheets` hold what the workbooks share: text that is never a formula, colours, the legend.

Only `marks` may be imported outside the sandbox: openpyxl, which the others need, takes as long
to import as all the rest of the function, and reads what comes from outside.
"""
