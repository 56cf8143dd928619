"""The library: one `.timeline` file that holds articles, mentions and a person's decisions; the only SQL.

`store` is the `Library` that everything above uses, `opening` decides whether a file may be opened at all,
`schema` holds the tables and their migrations, `search` the text index, `rows` and `codec` turn
records into JSON text and back, `backups` makes copies that are all there or not there, `shelf` renames files
and puts copies back, `account` keeps what became of every file that was read.
"""

from explorer.library.rows import Unused
from explorer.library.search import SearchHits
from explorer.library.store import Library

__all__ = ["Library", "SearchHits", "Unused"]
