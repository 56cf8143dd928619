"""The articles that lie open, which of them is in front, and which words of an event they show. Pure values."""

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass, replace
from typing import Self

from explorer.model.event import Event
from explorer.model.mention import Mention

_AT_FIRST = 2


@dataclass(frozen=True, slots=True)
class Desk:
    """Open articles by id, in the order of their tabs; `front` is one of them, None where none is open.

    `passing` was opened because an event was selected: it gives its tab to the next such one.
    """

    tabs: tuple[str, ...] = ()
    front: str | None = None
    passing: str | None = None

    @classmethod
    def at_first(cls, articles: Iterable[str]) -> Self:
        """Open the first articles of a library that was never looked at."""
        tabs = tuple(articles)[:_AT_FIRST]
        return cls.left(tabs, None, tabs)

    @classmethod
    def left(cls, tabs: Iterable[str], front: str | None, known: Container[str]) -> Self:
        """Open what was left open, as far as the library still has it."""
        there = tuple(id_ for id_ in tabs if id_ in known)
        return cls(there, front if front in there else next(iter(there), None))

    def opened(self, article: str, *, is_passing: bool = False) -> "Desk":
        """Bring an article to the front, in a tab of its own."""
        if article in self.tabs:
            stays = not is_passing and self.passing == article
            return replace(self, front=article, passing=None if stays else self.passing)
        replaced = self.passing if is_passing else None
        tabs = (*(tab for tab in self.tabs if tab != replaced), article)
        return Desk(tabs, article, article if is_passing else self.passing)

    def closed(self, article: str) -> "Desk":
        """Close a tab; its neighbour comes to the front."""
        if article not in self.tabs:
            return self
        at = self.tabs.index(article)
        tabs = self.tabs[:at] + self.tabs[at + 1 :]
        if self.front != article:
            return replace(self, tabs=tabs)
        return replace(self, tabs=tabs, front=tabs[min(at, len(tabs) - 1)] if tabs else None)

    def following(self, before: Container[str], now: Collection[str]) -> "Desk":
        """Let go of articles that are not there any more; the first that has come back comes to the front."""
        back = next((article for article in now if article not in before), None)
        desk: Desk = self
        for tab in self.tabs:
            desk = desk if tab in now else desk.closed(tab)
        if back is not None:
            desk = desk.opened(back)
        elif self.tabs and not desk.tabs:
            return Desk.at_first(now)
        return replace(desk, passing=desk.passing if desk.passing in desk.tabs else None)


def words_to_show(
    event: Event, desk: Desk, shown: str | None, article: str | None = None, mention: str | None = None
) -> Mention:
    """Choose words that state an event: the given ones, else the first in the given article.

    Without either they are those `shown` last, those in the article in front, or the first of all.
    """
    told = event.mentions
    asked = [one for one in told if one.id == mention]
    asked += [one for one in told if article and one.article == article]
    near = [one for one in told if one.id == shown]
    near += [one for one in told if one.article == desk.front]
    return (*asked, *near, *told)[0]


def stated_in_front(event: Event, desk: Desk, shown: str | None) -> Mention | None:
    """Give the words that state an event in the article in front: those `shown` last, else the first."""
    here = [one for one in event.mentions if one.article == desk.front]
    return next((one for one in here if one.id == shown), next(iter(here), None))


def place_of(event: Event, desk: Desk, shown: str | None) -> tuple[int, int]:
    """Give which source of an event is shown, from 1, and how many there are."""
    told = event.mentions
    # The article in front counts, also when a person has turned to it by its tab.
    elsewhere = (one for one in told if one.id == shown)
    at_hand = stated_in_front(event, desk, shown) or next(elsewhere, told[0])
    return told.index(at_hand) + 1, len(told)
