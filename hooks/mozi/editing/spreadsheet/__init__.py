"""The way in through a spreadsheet: a workbook to fill in, and records from one that was filled in.

One sheet for each kind of record; what a record has several of stands on sheets of its own, one row
each, and so does how a single value is known. All of it follows from the models and the guide.
"""
