"""What the dates of an article stand on, kept in the library: where it has changed, the article is read again.

That is its publication date, and what a person said beside it: the order of its numeric dates, and anchors.
"""

import json
from typing import Any

from explorer.library import Library
from explorer.model.decision import Guidance

_KEY = "anchors"

Basis = str | list[Any] | None  # as JSON has it: the publication date alone, or a list with all of it


def of(published: str | None, guidance: Guidance) -> Basis:
    """Say what dates stand on; `published` is EDTF, None where nobody knows."""
    if guidance == Guidance():
        return published
    return [published, guidance.order, [[*span, edtf] for span, edtf in guidance.anchors]]


def kept(library: Library) -> dict[str, Basis]:
    """Give what each article was read again with, by its id; one that was never is not named."""
    try:
        said = json.loads(library.state(_KEY) or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def keep(library: Library, article_id: str, stands_on: Basis) -> None:
    """Remember what an article was read again with."""
    library.set_state(_KEY, json.dumps({**kept(library), article_id: stands_on}))
