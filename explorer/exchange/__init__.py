"""The door to files of others: records that pydantic checks and describes, and tables and lines of events.

`records` are the shapes, `tables` writes events as CSV, JSON, JSON Lines and as a table to read.
"""
