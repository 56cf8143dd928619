"""Towns of the world beyond the cities of `countries.tsv`, with the country of each.

Their names are many and mean much else, so a name alone proves nothing: `countries` asks only where a town is
to be expected. It must not know what stands around a name.
"""

import re
import unicodedata
from functools import cache

from explorer.extract.lexicon import rows

_CHAIN = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w'’]+(?:[ -][^\W\d_a-zß-öø-ÿ][\w'’]+|[ -](?:[a-z]{2,4})(?=[ -][A-ZÀ-Þ])){0,4}"
)
_UNACCENTED = str.maketrans("øØłŁđĐıə’ʻ", "oOlLdDie''", "")
_MORE = {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"}


def folded(name: str) -> str:
    """Write a name without accents."""
    if name.isascii():
        return name
    plain = name.translate(_UNACCENTED)
    for letter, letters in _MORE.items():
        plain = plain.replace(letter, letters)
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


@cache
def _towns() -> dict[str, str]:
    return {name: code for code, names in rows("towns.tsv") for name in names.split("|")}


def code_of(name: str) -> str | None:
    """Give the country of the town that a name means by itself."""
    return _towns().get(folded(name))


def at(text: str, start: int) -> tuple[int, str] | None:
    """Give the end and the country of the longest town that begins at a place."""
    chain = _CHAIN.match(text, start)
    if chain is None:
        return None
    words = chain.group().removesuffix("'s").removesuffix("’s")
    while words:
        code = code_of(words)
        if code is not None:
            return start + len(words), code
        words = words[: max(words.rfind(" "), words.rfind("-"), 0)]
    return None
