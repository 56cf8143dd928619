"""Filters given as texts choose the same events as the window's facets."""

from collections.abc import Iterator

import pytest

from explorer.exchange.selection import select
from explorer.library import Library
from explorer.model.errors import ExplorerError
from tests.builders import article, mention


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.in_memory() as made:
        text = "Acme was banned in India. Bolt was bought in Brazil."
        told = [
            mention("Acme was banned in India.", "2019", kind="ban", companies=["Acme"], countries=("IN",)),
            mention(
                "Bolt was bought in Brazil.",
                "2021-05",
                at=26,
                kind="acquisition",
                companies=["Bolt"],
                countries=("BR",),
            ),
        ]
        made.add(article("a", text, name="report"), told)
        yield made


def titles(library: Library, **filters: object) -> list[str]:
    return [event.title for event in select(library, **filters).events]  # type: ignore[arg-type]


BAN, DEAL = "Acme was banned in India.", "Bolt was bought in Brazil."


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [BAN, DEAL]),
        ({"companies": ["acme"]}, [BAN]),
        ({"companies": ["Acme", "Bolt"]}, [BAN, DEAL]),
        ({"companies": ["Nobody"]}, []),
        ({"countries": ["br"]}, [DEAL]),
        ({"kinds": ["Ban"]}, [BAN]),
        ({"sources": ["report"]}, [BAN, DEAL]),
        ({"since": "2020"}, [DEAL]),
        ({"until": "2019"}, [BAN]),
        ({"since": "May 2021", "until": "mid-2021"}, [DEAL]),
        ({"text": "bought"}, [DEAL]),
        ({"conflicts_only": True}, []),
        ({"typed": "company:acme"}, [BAN]),
        ({"typed": "country:brazil 2020..2021"}, [DEAL]),
        ({"typed": "region:Asia"}, [BAN]),
        ({"typed": "-kind:ban"}, [DEAL]),
        ({"typed": '"banned in india"'}, [BAN]),
        ({"typed": "-bought"}, [BAN]),
        ({"typed": "company:acme", "companies": ["Bolt"]}, [BAN, DEAL]),
        ({"typed": "2019..2021", "since": "2020"}, [BAN, DEAL]),
        ({"typed": "india", "text": "banned"}, [BAN]),
        ({"typed": "india", "text": "bought"}, []),
    ],
)
def test_filters_choose_events(library: Library, filters: dict[str, object], expected: list[str]) -> None:
    assert titles(library, **filters) == expected


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"kinds": ["bann"]}, "bann.*settlement"),
        ({"statuses": ["maybe"]}, "maybe.*planned"),
        ({"sources": ["nowhere"]}, "nowhere"),
        ({"since": "soonish"}, "soonish"),
    ],
)
def test_what_does_not_exist_is_named(library: Library, filters: dict[str, object], told: str) -> None:
    with pytest.raises(ExplorerError, match=told):
        titles(library, **filters)


def test_a_filter_that_means_nothing_is_told_with_its_place(library: Library) -> None:
    with pytest.raises(ExplorerError) as caught:
        select(library, typed="banned company:Akme")
    sentence, typed, mark = str(caught.value).splitlines()
    assert sentence == "--query: No event here has the company “Akme”. Did you mean “Acme”?"
    assert typed[mark.index("^") : len(mark)] == "Akme"
