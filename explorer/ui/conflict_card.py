"""A conflict in the inspector: what the sources of an event say differently, and the ways to decide it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from explorer.model.decision import Change, ref
from explorer.model.event import Conflict, Event
from explorer.model.mention import Mention
from explorer.ui import changes, question_card, words
from explorer.ui.attempts import attempt
from explorer.ui.parts import link, open_under, plain
from explorer.ui.session import Session

_LONGEST_NAME, _LONGEST_SIDE = 40, 90


class ConflictCard(QFrame):
    """Says both sides with their sources; nothing is decided but by a person, and nothing is erased."""

    def __init__(self, session: Session, event: Event, conflict: Conflict) -> None:
        super().__init__()
        self._session, self._event, self._conflict = session, event, conflict
        self.text = plain(self._sentence(), wraps=True)
        self.choose = link("choose", self._offer_values, "Say which value stands")
        self.error = link(
            "mark an error", self._offer_errors, "Say which source is wrong; its value stays on record"
        )
        links: list[QPushButton] = [
            link("Compare", lambda: session.compare(event, conflict), "Show both texts beside each other")
        ]
        if not conflict.is_settled:
            links.append(link("keep both", lambda: self._decide(self._kept()), "Both values stand"))
        links += [self.choose, self.error]
        question_card.lay_out(self, "≠", self.text, links)

    def _sentence(self) -> str:
        conflict = self._conflict
        sides = [self._side(at) for at in range(len(conflict.values))]
        if not conflict.is_settled:
            return f"Sources differ: {', '.join(sides)}"
        kept = "all kept" if conflict.chosen is None else f"{conflict.values[conflict.chosen].text} chosen"
        return f"Sources differ, {kept}: {', '.join(sides)}"

    def _side(self, at: int) -> str:
        value, articles = self._conflict.values[at], self._session.articles
        places = dict.fromkeys(one.article for one in self._stating(value.mentions) if one.article in articles)
        names = ", ".join(f"“{words.elided(words.article(articles[id_]), _LONGEST_NAME)}”" for id_ in places)
        told = f"{value.text} in {names}" if names else value.text
        return f"{told} (an error)" if at in self._conflict.wrong else told

    def _stating(self, ids: Sequence[str]) -> list[Mention]:
        return [mention for mention in self._event.mentions if mention.id in ids]

    # What a person does

    def _offer_values(self) -> None:
        self._offer(self.choose, self._chosen)

    def _offer_errors(self) -> None:
        self._offer(self.error, lambda at: changes.in_error(self._event, self._conflict, at))

    def _offer(self, button: QPushButton, made: Callable[[int], list[Change]]) -> None:
        menu = QMenu(self)
        for at, value in enumerate(self._conflict.values):
            if self._stating(value.mentions):
                name = words.elided(self._side(at), _LONGEST_SIDE).replace("&", "&&")
                menu.addAction(name, partial(self._take, made, at))
        open_under(menu, button)

    def _take(self, made: Callable[[int], list[Change]], at: int) -> None:
        self._decide(made(at))

    def _chosen(self, at: int) -> list[Change]:
        stating = self._stating(self._conflict.values[at].mentions)
        return changes.settled(self._event, self._conflict.field.value, ref(stating[0]))

    def _kept(self) -> list[Change]:
        return changes.settled(self._event, self._conflict.field.value, None)

    def _decide(self, made: list[Change]) -> None:
        attempt(self._session, self._session.decide, made)
