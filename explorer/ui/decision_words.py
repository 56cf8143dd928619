"""Decisions in words, in two forms: as a deed that can be undone, and as what was decided. No Qt.

Every change has both, so that a new one is worded here and nowhere else.
"""

from collections.abc import Callable, Mapping

from explorer.model.decision import (
    Added,
    Anchored,
    ArticleEdited,
    Change,
    DateOrdered,
    Edited,
    Linked,
    Named,
    Noted,
    Parted,
    Redone,
    Removed,
    Review,
    Reviewed,
    Settled,
    Spanned,
    Starred,
    Tagged,
    Undone,
)
from explorer.ui import words

VERDICTS: Mapping[Review, str] = {
    Review.ACCEPTED: "Accepted",
    Review.REJECTED: "Rejected",
    Review.UNREVIEWED: "Marked as unreviewed",
}
_VERBS = {Review.ACCEPTED: "accept", Review.REJECTED: "reject", Review.UNREVIEWED: "put back"}
_ORDERS = {"DMY": "the day first", "MDY": "the month first"}
_LONGEST = 140
_NAMES = {
    "when": "date",
    "parties": "who",
    "countries": "where",
    "quantities": "amounts",
    "published": "publication date of an article",
}
_SAYS: Mapping[str, Callable[[str], str]] = {
    "kind": words.kind,
    "countries": words.country,
    "review": lambda value: words.REVIEWS.get(value, value),
}


def deed(change: Change) -> str:
    """Name a change in the middle of a sentence, as menus do: "edit of the date"; "" for undo and redo."""
    match change:
        case Reviewed(review=review):
            return _VERBS[review]
        case Edited(field=edited):
            return f"edit of the {words.field(edited)}"
        case ArticleEdited(field=corrected):
            return "change of the publication date" if corrected.value == "published" else corrected.value
        case Starred(on=on):
            return "star" if on else "removal of a star"
        case Removed(on=on):
            return "removal of an article" if on else "return of an article"
        case Tagged(tag=tag):
            return f"tag “{tag}”"
        case (
            Linked()
            | Parted()
            | Added()
            | Spanned()
            | Noted()
            | Settled()
            | Named()
            | Anchored()
            | DateOrdered()
        ):
            return _DEEDS[type(change)]
        case Undone() | Redone():
            return ""


_DEEDS: dict[type, str] = {
    Linked: "merge",
    Parted: "split",
    Added: "new event",
    Spanned: "change of the clause",
    Noted: "note",
    Settled: "choice between sources",
    Named: "name",
    Anchored: "anchor of a passage",
    DateOrdered: "order of numeric dates",
}


def told(change: Change) -> str:
    """Tell what was decided, in a line of its own: "Date set to mid-2019"."""
    match change:
        case Reviewed(review=review):
            return VERDICTS[review]
        case Edited(field=field, value=value):
            name = heading(field.value)
            return (
                f"{name} set to {short(value_of(field.value, value))}"
                if value
                else (f"{name} as it was read" if value is None else f"{name} removed")
            )
        case ArticleEdited(field=field, value=value):
            name = field.value.capitalize() if field.value != "published" else "Publication date"
            said = value_of(field.value, (value,)) if value else ""
            return f"{name} set to {short(said)}" if said else f"{name} as it was read"
        case Noted(text=text):
            return f"Note: {short(text)}" if text else "Note removed"
        case Tagged(tag=tag, on=on):
            return f"Tag “{tag}” put on" if on else f"Tag “{tag}” taken off"
        case Starred(on=on):
            return "Starred" if on else "Star taken off"
        case Settled(field=field, chosen=chosen):
            name = heading(field)
            return f"{name} of one source chosen" if chosen else f"{name} of all sources kept"
        case Named(name=name, canonical=canonical):
            if not canonical:
                return f"“{name}” is no company"
            return f"“{name}” confirmed" if name == canonical else f"“{name}” stands for {canonical}"
        case Anchored(edtf=edtf):
            return f"Dates count from {words.date(edtf)}" if edtf else "Dates count as the program reads them"
        case DateOrdered(order=order):
            return f"Numeric dates read with {_ORDERS.get(order, 'the order of the program')}"
        case Removed(on=on):
            return "Article taken out" if on else "Article put back"
        case Linked() | Parted() | Added() | Spanned() | Undone() | Redone():
            return _TOLD[type(change)]


_TOLD: dict[type, str] = {
    Linked: "Merged",
    Parted: "Split",
    Added: "Added by hand",
    Spanned: "Clause changed",
    Undone: "Undone",
    Redone: "Redone",
}


def short(text: str) -> str:
    """Give a text on one line, no longer than a line of a list has room for."""
    return words.elided(text, _LONGEST)


def name_of(field: str) -> str:
    """Name a field of an `Entry` or a decision as the inspector does: "date", "who"."""
    return _NAMES.get(field, field)


def heading(field: str) -> str:
    """Name such a field at the head of a line: "Date"."""
    name = name_of(field)
    return f"{name[0].upper()}{name[1:]}"


def value_of(field: str, texts: tuple[str, ...]) -> str:
    """Say what a field was set to, from the texts of the log: a date, a kind, names."""
    if field in ("when", "published"):
        return words.date(*texts[:2]) if texts else {"when": "undated", "published": "unknown"}[field]
    say = _SAYS.get(field, str)
    return (": " if field == "conflict" else ", ").join(map(say, texts))
