"""Units that go by a longer name than the company that they belong to: "Acme Logistics", "Acme del Peru".

It compares a longer name with the known one that it begins with and must not know how either is found.
"""

import re

from explorer.extract.party import fresh, shapes, trades
from explorer.extract.party.fresh import Chain
from explorer.extract.place import countries
from explorer.model.mention import Span

_ABROAD = re.compile(r"\s(?:del?|do|da|du|de\sla)\s(?P<country>[A-ZÀ-Þ]\w+)\b")


def abroad(text: str, end: int) -> tuple[int, str] | None:
    """Give where a known name goes on with a country, and the country: "Acme del Peru"."""
    match = _ABROAD.match(text, end)
    code = countries.code_of(match["country"]) if match is not None else None
    return (match.end(), code) if match is not None and code is not None else None


def is_unit(text: str, span: Span, chain: Chain, owner: str) -> bool:
    """Tell whether a longer name that begins with a company's is a unit's.

    It is one of another trade, or with a legal form behind words that are no region's.
    """
    if len(chain.name) <= span.end - span.start or chain.span.start + len(chain.name) > chain.span.end:
        return False
    if fresh.is_head(chain.name.rpartition(" ")[2]):
        shown = trades.of_name(chain.name)
        return bool(shown) and shown.isdisjoint(trades.of_name(owner))
    is_legal = fresh.without_suffix(text[slice(*chain.span)]) != text[slice(*chain.span)]
    is_legal = is_legal or fresh.legal_suffix(text, chain.span.end) > chain.span.end
    return is_legal and not shapes.is_region(chain.name[span.end - span.start + 1 :])
