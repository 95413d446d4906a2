"""A roster (参保人员名单, 附件2): from the bytes of a file to a report on each of its rows.

`reading` turns bytes into `sheets`, `columns` finds the header, `people` takes the people's rows
out of a sheet, `entries` chooses among the sheets, `judging` reports on the rows. `limits` says how
much is taken.
"""
