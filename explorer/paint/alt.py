"""What a picture shows, in words, for people who cannot see it."""

from explorer.model.edtf import display
from explorer.paint.page import Page
from explorer.paint.parts import Content
from explorer.paint.standing import hidden_lanes
from explorer.paint.words import Words

_MOST_EVENTS = 12


def text(content: Content, page: Page, words: Words) -> str:
    """Describe a picture: its title, what is in it, and its weightiest events in the order of time."""
    weight = dict(zip(content.table.ids, content.table.weight.tolist(), strict=True))
    titles = dict(zip(content.table.ids, content.table.titles, strict=True))
    dated = [event for event in page.drawn if event.when]
    first = sorted(dated, key=lambda event: -weight.get(event.id, 0.0))[:_MOST_EVENTS]
    told = [event for event in dated if event in first]
    lines = [f"{words('timeline')}: {content.title}."]
    shown = words.counted("one_event", "events", len(page.drawn), shown=len(page.drawn))
    kinds: dict[str, int] = {}
    for event in page.drawn:
        kinds[event.kind] = kinds.get(event.kind, 0) + 1
    counted = ", ".join(f"{words.kind(kind)} {count}" for kind, count in kinds.items())
    lines.append(f"{shown}: {counted}." if counted else f"{words('nothing')}.")
    ends = [words.date(display(event.when)) for event in (*dated[:1], *dated[-1:]) if event.when]
    if len(dated) > 1:
        lines[-1] = f"{lines[-1][:-1]}; {words('span', first=ends[0], last=ends[-1])}."
    lines += [f"{words.date(display(event.when))}: {titles[event.id]}." for event in told if event.when]
    if hidden := hidden_lanes(content.left_out, words):
        lines.append(f"{hidden}.")
    if len(dated) > len(told):
        lines.append(f"+{words.number(f'{len(dated) - len(told):,}')}")
    return " ".join(lines)
