"""From one event to the next: by time, and from lane to lane, as the arrow keys go."""

import numpy as np

from explorer.timeline.lanes import Deck


def by_time(deck: Deck, row: int | None, steps: int) -> int | None:
    """Give the table row so many steps later among the dated events, staying at either end; None without any.

    Without a row to start from it is the first, or the last when going back.
    """
    order = np.unique(deck.row)  # the rows of a table are in the order of time
    if not len(order):
        return None
    if row is None or row not in order:
        return int(order[0 if steps >= 0 else -1])
    at = int(np.searchsorted(order, row)) + steps
    return int(order[min(max(at, 0), len(order) - 1)])


def by_lane(deck: Deck, row: int | None, lanes: list[int], steps: int) -> int | None:
    """Give the row nearest in time in the next of these lanes, up or down; the row itself at the end."""
    if row is None or not len(deck):
        return by_time(deck, row, 0)
    own = np.flatnonzero(deck.row == row)
    if not len(own):
        return by_time(deck, None, 0)
    item = next((at for at in own.tolist() if int(deck.lane[at]) in lanes), int(own[0]))
    lane = int(deck.lane[item])
    if lane not in lanes:
        return row
    at = lanes.index(lane) + steps
    if not 0 <= at < len(lanes):
        return row
    there = np.flatnonzero(deck.lane == lanes[at])
    if not len(there):
        return row
    middle = (deck.lo[item] + deck.hi[item]) / 2
    away = np.abs((deck.lo[there] + deck.hi[there]) / 2 - middle)
    return int(deck.row[there[np.argmin(away)]])
