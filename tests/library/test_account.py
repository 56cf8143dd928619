"""What became of every file that was read stays in the library, the latest word on each."""

import pytest

from explorer.library import Library, account
from explorer.model.progress import Outcome, Report


def test_a_new_report_counts_unless_it_tells_nothing_new() -> None:
    with Library.in_memory() as library:
        account.keep(
            library, [Report("a.txt", Outcome.READ, "", 3), Report("b.pdf", Outcome.REFUSED, "it is empty")]
        )
        account.keep(library, [Report("a.txt", Outcome.ALREADY, ""), Report("b.pdf", Outcome.READ, "", 1)])
        account.keep(library, [Report("c.txt", Outcome.ALREADY, "")])
        told = [(one.name, one.outcome, one.mentions) for one in account.of(library)]
    assert told == [
        ("a.txt", Outcome.READ, 3),
        ("b.pdf", Outcome.READ, 1),
        ("c.txt", Outcome.ALREADY, 0),
    ]


@pytest.mark.parametrize("text", ["", "no list", "[1]", '[["a.txt", "sung", "", 0]]'])
def test_what_is_no_account_is_an_empty_one(text: str) -> None:
    with Library.in_memory() as library:
        library.set_state("account", text)
        assert account.of(library) == []
