"""Fewer lanes where a page is too low for all of them: the fullest stay, all others become one."""

from dataclasses import replace

import numpy as np

from explorer.timeline.lanes import MOST_HELD, REST, Deck, Lane


def merged(deck: Deck, most: int) -> Deck:
    """Keep the fullest lanes of a deck in their order, so many with that of all others, which is the last.

    Lanes that a person keeps at the top go before fuller ones. An event of several lanes lies once in the last.
    """
    lanes = deck.lanes
    if len(lanes) <= most:
        return deck
    kept = sorted(
        range(len(lanes)), key=lambda at: (at >= deck.pinned, lanes[at].key == REST, -lanes[at].count)
    )
    kept = sorted(kept[: max(most - 1, 0)])
    place = np.full(len(lanes), len(kept), deck.lane.dtype)
    place[kept] = np.arange(len(kept))
    lane = place[deck.lane]
    is_rest = np.flatnonzero(lane == len(kept))
    again = np.ones(len(is_rest), np.bool_)
    again[np.unique(deck.row[is_rest], return_index=True)[1]] = False
    is_kept = np.ones(len(deck), np.bool_)
    is_kept[is_rest[again]] = False
    gone = [one for at, one in enumerate(lanes) if at not in kept]
    values = sum(one.values for one in gone)
    held = sorted((lane for one in gone for lane in one.held or (one,)), key=lambda lane: -lane.count)
    count = len(is_rest) - int(again.sum())
    rest = Lane(REST, f"{values} more", count, values=values, held=tuple(held[:MOST_HELD]))
    return replace(
        deck,
        lanes=(*(lanes[at] for at in kept), rest),
        row=deck.row[is_kept],
        lane=lane[is_kept],
        lo=deck.lo[is_kept],
        hi=deck.hi[is_kept],
        weight=deck.weight[is_kept],
        open_left=deck.open_left[is_kept],
        open_right=deck.open_right[is_kept],
        own_lo=deck.own_lo[is_kept],
        own_hi=deck.own_hi[is_kept],
        pinned=min(deck.pinned, len(kept)),
    )
