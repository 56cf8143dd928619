"""What an accepted event said when it was accepted and what is told now, with the two ways to settle it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from explorer.model.decision import EventField, Seen
from explorer.model.event import Event
from explorer.ui import question_card, words
from explorer.ui.parts import link, plain


class ChangedCard(QFrame):
    """Stands in the inspector while an accepted event says something else than when it was accepted."""

    def __init__(self, event: Event, accept: Callable[[], object], edit_back: Callable[[], object]) -> None:
        super().__init__()
        self.text = plain(f"Changed since you accepted it: {'; '.join(lines(event))}")
        self.text.setWordWrap(True)
        self.accept = link("Accept anew", accept, "It is right as it is told now")
        self.edit_back = link(
            "edit back", edit_back, "What you accepted stands; what is told now stays on record"
        )
        question_card.lay_out(self, "↻", self.text, (self.accept, self.edit_back))


def lines(event: Event) -> list[str]:
    """Say each change: "date was 2019, now 15 April 2019"."""
    now = {one.field: one for one in event.seen()}
    return [
        f"{words.field(one.field)} was {value_of(one)}, now {value_of(now[one.field])}" for one in event.changed
    ]


def value_of(seen: Seen) -> str:
    """Say the value of a field as the window says it."""
    match seen.field:
        case EventField.WHEN if not seen.value:
            return "undated"
        case EventField.WHEN:
            date, _, modifier = seen.value.partition(" ")
            return words.date(date, modifier)
        case EventField.KIND:
            return words.kind(seen.value)
        case _:
            return seen.value
