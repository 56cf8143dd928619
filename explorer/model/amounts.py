"""Amounts as texts: how an edit of the quantities of an event is written down and read back."""

from collections.abc import Sequence

from explorer.model.errors import ExplorerError
from explorer.model.mention import Bound, Quantity, Span

_TEXTS = 6  # words, value, unit, bound, low, high


def written(amounts: Sequence[Quantity]) -> tuple[str, ...]:
    """Write amounts as texts, six for each: words, value, unit, bound, low and high ("" for none)."""
    return tuple(text for amount in amounts for text in _texts(amount))


def read_back(value: Sequence[str], span: Span) -> tuple[Quantity, ...]:
    """Give the amounts that `written` wrote; they stand at `span`, because a person said them.

    Raises `ExplorerError` for what it would not have written.
    """
    if len(value) % _TEXTS:
        raise ExplorerError("These are no amounts: a part of them is missing.")
    rows = [tuple(value[at : at + _TEXTS]) for at in range(0, len(value), _TEXTS)]
    try:
        return tuple(
            Quantity(
                text, float(number), unit, span, Bound(bound) if bound else None, _number(low), _number(high)
            )
            for text, number, unit, bound, low, high in rows
        )
    except ValueError as error:
        raise ExplorerError(f"These are no amounts: {error}.") from error


def _texts(amount: Quantity) -> tuple[str, ...]:
    low, high = (repr(end) if end is not None else "" for end in (amount.low, amount.high))
    return amount.text, repr(amount.value), amount.unit, amount.bound or "", low, high


def _number(text: str) -> float | None:
    return float(text) if text else None
