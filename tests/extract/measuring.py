"""How these tests read the quantities of a sentence."""

from explorer.extract.amount import quantities
from explorer.model.mention import Quantity, Span


def read(text: str) -> list[Quantity]:
    """Read the quantities of one sentence; no words of it are taken for a date."""
    return quantities.find(text, [Span(0, len(text))])


def amounts(text: str) -> list[tuple[float, str]]:
    """Read the values and the units of one sentence."""
    return [(quantity.value, quantity.unit) for quantity in read(text)]
