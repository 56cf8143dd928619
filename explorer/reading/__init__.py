"""Bytes in, articles out: every format that articles come in, and what is told when one cannot be read.

`files` takes a file up safely, `formats` finds its reader; each reader makes `Document`s, which become
articles in one place. Nothing here looks for dates in the words, and nothing touches the network.
"""

from explorer.reading.document import printable
from explorer.reading.files import SUFFIXES, Intake, pasted, read, read_bytes, take_in

__all__ = ["SUFFIXES", "Intake", "pasted", "printable", "read", "read_bytes", "take_in"]
