"""The index: columns of all events, the one filter engine over them, and the counts of the facets.

`table` is the record, `build` makes it from events and `patch` brings it up to date, `filter` turns a `Query`
into a mask of rows and into words, `facets` counts, `queues` lines up what waits for a look, `words` says
which rows hold the words of a search, `language` is how filters are typed, `labels` the names of values,
`groups` families and regions. It must not know how anything is drawn.
"""

from explorer.index.build import build
from explorer.index.facets import counts
from explorer.index.filter import describe, mask
from explorer.index.table import EventTable, FacetColumn
from explorer.index.words import Words, text_rows

__all__ = ["EventTable", "FacetColumn", "Words", "build", "counts", "describe", "mask", "text_rows"]
