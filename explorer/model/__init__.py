"""The values everything else speaks in: standard library only, immutable, no input or output.

`calendar` counts days and seconds, `when` is a date as exactly as it is known, `edtf` writes and reads it,
`article`, `mention`, `decision`, `event` and `query` are the records, `progress` and `errors` what work
reports.
"""
