"""What the articles added last did to the events, and when the library was left: kept in the library.

Read with care, like `view_state`: what is of the wrong shape is left out. No widget is known here.
"""

import json
import time
from collections.abc import Mapping

from explorer.chronology import Added
from explorer.library import Library
from explorer.model.query import Trait

_ADDED, _LEFT = "added", "left"
TRAITS = (Trait.ADDED, Trait.CONFIRMED, Trait.CONTRADICTED)


def traits_of(found: Added) -> dict[str, Trait]:
    """Give each event its trait."""
    groups = zip(TRAITS, (found.new, found.confirmed, found.contradicted), strict=True)
    return {id_: trait for trait, ids in groups for id_ in ids}


def keep(library: Library, traits: Mapping[str, Trait]) -> None:
    """Write down what was added last."""
    library.set_state(_ADDED, json.dumps({id_: trait.value for id_, trait in traits.items()}))


def kept(library: Library) -> dict[str, Trait]:
    """Read back what was added last."""
    known = {trait.value: trait for trait in TRAITS}
    try:
        said = json.loads(library.state(_ADDED) or "{}")
    except ValueError:
        return {}
    pairs = said.items() if isinstance(said, dict) else ()
    return {id_: known[trait] for id_, trait in pairs if isinstance(trait, str) and trait in known}


def leave(library: Library) -> None:
    """Write down that somebody looks at the library now."""
    library.set_state(_LEFT, str(int(time.time())))


def left_s(library: Library) -> int | None:
    """Give when somebody looked at the library last, in seconds since 1970; None where nobody has."""
    said = library.state(_LEFT) or ""
    return int(said) if said.isdecimal() and len(said) < 12 else None
