"""Old policies (补录的旧保单): cover on paper from before lists came in here, in a workbook.

A row is a person under a policy. `columns` finds the header, `reading` takes the rows out of a
file, `judging` says which policies may be taken, and what is wrong with the others, cell by cell.
"""
