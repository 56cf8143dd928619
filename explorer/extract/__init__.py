"""Article in, mentions out: what happened when, to whom, how much and by whose word. Pure: no files, no Qt.

`pipeline.read_article` is the way in. The rules are general and small; the words they know are data files in
`resources/extract/`. Nothing here knows of libraries, decisions or windows.
"""

from explorer.extract.pipeline import ENGINE, completed, read_article
from explorer.extract.records import Extraction, Unused

__all__ = ["ENGINE", "Extraction", "Unused", "completed", "read_article"]
