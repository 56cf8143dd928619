"""Chronology: mentions and a person's decisions become events. Pure: values in, values out.

`identity` finds the mentions that decisions name, `clauses` and `overlay` lay decisions over them, `stretches`,
`words`, `features`, `candidates`, `naming`, `signals`, `evidence` and `merge` find which mentions tell of one
event by `rules`, `agreement` and `conflicts` where they disagree, `compose` writes the event, `memory` keeps
all that, so that a change costs what it touches; `independence` counts who does not copy whom, `measures` gives
series of numbers, `relations` bans with what ends them, `outcomes` what came of targets, `delta` tells which
dates move and what later articles bring, `removal` takes articles out and puts them back, `gaps` tells where
nothing is told, `alike` which events a correction would fit too, `provenance` who set what. It must not know
how mentions are found, stored or drawn.
"""

from explorer.chronology.delta import Added, Move, added, moves
from explorer.chronology.measures import Point, Series, have_moved_series, series
from explorer.chronology.memory import Memory, events
from explorer.chronology.outcomes import Outcome
from explorer.chronology.overlay import (
    article_as_decided,
    articles_as_decided,
    articles_removed,
    guidance,
    lost,
)
from explorer.chronology.provenance import Entry, history
from explorer.chronology.relations import Force, Relations, relations

__all__ = [
    "Added",
    "Entry",
    "Force",
    "Memory",
    "Move",
    "Outcome",
    "Point",
    "Relations",
    "Series",
    "added",
    "article_as_decided",
    "articles_as_decided",
    "articles_removed",
    "events",
    "guidance",
    "have_moved_series",
    "history",
    "lost",
    "moves",
    "relations",
    "series",
]
