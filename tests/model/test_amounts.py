"""Amounts written into a decision are read back as they were."""

import pytest

from explorer.model.amounts import read_back, written
from explorer.model.errors import ExplorerError
from explorer.model.mention import Bound, Quantity, Span

HERE = Span(3, 9)


def test_amounts_are_read_back_as_they_were_written() -> None:
    amounts = (
        Quantity("over $5.7 million", 5_700_000.0, "USD", HERE, Bound.OVER),
        Quantity("€2", 2e9, "EUR", HERE, low=2e9, high=3e9),
        Quantity("0.1%", 0.1, "%", HERE),
    )
    assert read_back(written(amounts), HERE) == amounts
    assert read_back((), HERE) == ()


@pytest.mark.parametrize(
    "value", [("$5",), ("$5", "five", "USD", "", "", ""), ("$5", "5", "USD", "beside", "", "")]
)
def test_what_was_not_written_so_is_refused(value: tuple[str, ...]) -> None:
    with pytest.raises(ExplorerError, match=r"^These are no amounts: .*\.$"):
        read_back(value, HERE)
