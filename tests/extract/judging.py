"""How the tests of kinds judge a clause that stands alone."""

from explorer.extract.amount import quantities
from explorer.extract.kind import frames, kinds
from explorer.extract.voice import status
from explorer.model.mention import Span


def kind_of(clause: str) -> str:
    """Give the kind of a clause by its own words and amounts."""
    return choice_of(clause)[0]


def choice_of(clause: str) -> kinds.Choice:
    """Give the kind of a clause with what decided."""
    span = Span(0, len(clause))
    amounts = quantities.find(clause, [span])
    planned = status.is_planned_by_words(clause, span)
    asked = kinds.Asked(clause, span, frames.find(clause, 0, len(clause)), amounts, planned)
    return kinds.decide([asked])[0]
