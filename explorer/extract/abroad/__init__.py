"""Articles in other languages than English: the same mentions, by one reader over a file of words each.

`resources/extract/<language>.cldr.toml` has countries, money and the way of numbers, made from Unicode CLDR;
`<language>.toml` has the words of kinds, statuses and companies, written by hand. A language without words of
kinds is read too: each dated sentence becomes a mention of kind "other", and the reading account says so.
`abroad.toml` has what all share. Like its English neighbours, it is pure.
"""

from explorer.extract.abroad.reader import read

__all__ = ["read"]
