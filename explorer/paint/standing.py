"""How lanes stand in a picture: as a person arranged them, in its language, the hidden left out."""

from dataclasses import dataclass, replace

import numpy as np

from explorer.index.table import EventTable, Mask
from explorer.paint.words import Words
from explorer.timeline import lanes
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.lanes import Deck, Lane
from explorer.timeline.marks import Prepared


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a person hid: these lanes, and so many events that lie in no other."""

    lanes: tuple[str, ...] = ()
    events: int = 0


def without_hidden(
    table: EventTable, mask: Mask, by: str, arrangement: Arrangement, label: lanes.Label, words: Words
) -> tuple[Mask, LeftOut]:
    """Take the events out of a mask that lie in hidden lanes only; the undated lie in none and stay."""
    if not arrangement.hidden:
        return mask, LeftOut()
    deck = lanes.deal(table, mask, by, label, None, arrangement)
    shown = np.zeros_like(mask)
    shown[deck.row] = True
    kept = mask & (shown | ~table.is_dated)
    names = tuple(_named(lane, by, words).label for lane in deck.hidden)
    return kept, LeftOut(names, int(mask.sum()) - int(kept.sum()))


def hidden_lanes(left_out: LeftOut, words: Words) -> str:
    """Say which lanes are left out, and how many events with them; "" for none."""
    if not left_out.lanes:
        return ""
    told = words.counted("one_event", "events", left_out.events, shown=left_out.events)
    return words("hidden_lanes", lanes=", ".join(left_out.lanes), events=told)


def on_page(deck: Deck, words: Words) -> Deck:
    """Name the lanes in the language of the picture, and let none stay at the top: a page does not scroll."""
    named = tuple(_named(lane, deck.by, words) for lane in deck.lanes)
    return replace(deck, lanes=named, pinned=0, hidden=())


def _named(lane: Lane, by: str, words: Words) -> Lane:
    """Name those lanes that hold the rest, or what has no value; the others have their names."""
    if lane.key == lanes.REST:
        held = tuple(_named(one, by, words) for one in lane.held)
        return replace(lane, label=words("more_lanes", count=lane.values), held=held)
    if lane.key:
        return lane
    return replace(lane, label=words(f"no_{by}" if by in lanes.LANES[:-1] else "all_events"))


def closed(deck: Deck, arrangement: Arrangement) -> frozenset[int]:
    """Give the table rows that lie in closed lanes only: there they are counted."""
    places, _ = arrangement.places([lane.key for lane in deck.lanes])
    is_closed = np.isin(deck.lane, list(places))
    return frozenset(deck.row[is_closed].tolist()) - frozenset(deck.row[~is_closed].tolist())


def of_prepared(prepared: Prepared, words: Words) -> Prepared:
    """Name the lanes of what was prepared."""
    return replace(prepared, deck=on_page(prepared.deck, words))
