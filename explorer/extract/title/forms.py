"""What a word may be by its form: closed words by lists, verbs by their inflections; a name by its capital.

It knows single words alone; their neighbours decide in `view`.
"""

from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import irregular
from explorer.extract.title import tense, wording


class Form:
    """What a word may be, as bits, since most words may be several; flags of `enum` are three times as slow."""

    JOINT = 1 << 0  # "and", "but"
    RELATIVE = 1 << 1  # "which"
    OPENER = 1 << 2  # "because": opens a clause of another subject
    ORDER = 1 << 3  # "after": opens one, or leads a phrase
    PREPOSITION = 1 << 4
    DETERMINER = 1 << 5
    PRONOUN = 1 << 6
    AUXILIARY = 1 << 7  # finite by itself
    LEANING = 1 << 8  # a noun follows
    ALONE = 1 << 9  # leans, but may stand for its noun: "the first"
    TIME = 1 << 10  # "last", behind a verb no object
    OBJECT = 1 << 11  # begins an object
    CAPITAL = 1 << 12
    DIGIT = 1 << 13
    NUMBER = 1 << 27  # begins with a digit
    MONTH = 1 << 14
    MANY = 1 << 15  # may be the head of a subject of many
    COUNTED = 1 << 16  # a plural that is hardly ever a verb
    SURE_PAST = 1 << 17  # "took"
    SAYING = 1 << 18
    PAST = 1 << 19  # or a participle
    PARTICIPLE = 1 << 20
    BELIEVED = 1 << 21  # "believed to be"
    THIRD = 1 << 22
    FINITE = 1 << 23  # hardly ever a noun
    BASE = 1 << 24
    DOING = 1 << 25  # ends with -ing
    OWNER = 1 << 26  # "Acme's"


_SHORT = ("n't", "n’t")
_OWNING = ("'s", "’s", "s'", "s’")
_SIGNS = "$€£¥₹"
_THREE = 3  # forms of a verb whose participle is like its past


_MONTH_HEADS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())


def of_word(written: str) -> int:
    """Give what a word as written may be."""
    low = written.lower()
    form = _listed().get(low, 0)
    if written[:1].isupper():
        form |= Form.CAPITAL | Form.OBJECT
    if low[:3] in _MONTH_HEADS and low.rstrip("s.’'") in wording.words("months"):
        form |= Form.MONTH
    if written[:1].isdigit():
        form |= Form.OBJECT | Form.NUMBER | (Form.DIGIT if written.isdigit() else 0)
    elif written[:1] in _SIGNS:
        form |= Form.OBJECT | Form.NUMBER
    if low.endswith(_OWNING):
        form |= Form.OWNER
    elif _is_many(low):
        form |= Form.MANY
    if low.endswith("ing"):
        form |= Form.DOING
    if low in wording.words("never_verbs"):
        return form
    if low.endswith(_SHORT):
        return form | Form.AUXILIARY
    return form | _verb(low) if low.isalpha() else form


def _is_many(low: str) -> bool:
    ends = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return ends or low in wording.words("plurals")


def _verb(low: str) -> int:
    form, is_finite = 0, clauses.is_finite(low)
    if low in _sure_pasts():
        form |= Form.SURE_PAST
    if low in clauses.saying() and low.endswith(("d", "s")):
        form |= Form.SAYING
    is_done = tense.is_participle(low)
    if is_done or tense.is_past(low) or low in _pasts() or (low.endswith("ed") and is_finite):
        form |= Form.PAST
    if is_done or low.endswith("ed"):
        form |= Form.PARTICIPLE
    if tense.is_third(low) or (low.endswith("s") and is_finite):
        form |= Form.THIRD
    if low in clauses.bases() or low in irregular() or tense.is_plain(low):
        form |= Form.BASE
    return form | (Form.FINITE if is_finite else 0)


@cache
def _listed() -> dict[str, int]:
    known: dict[str, int] = {}
    for name, form in (
        ("joints", Form.JOINT),
        ("relatives", Form.RELATIVE),
        ("clause_openers", Form.OPENER),
        ("orders", Form.ORDER),
        ("prepositions", Form.PREPOSITION | Form.LEANING),
        ("determiners", Form.DETERMINER | Form.LEANING | Form.OBJECT),
        ("adjectives_ahead", Form.LEANING | Form.OBJECT),
        ("numerals", Form.OBJECT),
        ("pronouns", Form.PRONOUN | Form.OBJECT),
        ("finite_auxiliaries", Form.AUXILIARY),
        ("noun_like", Form.ALONE),
        ("counted_nouns", Form.COUNTED),
        ("believed", Form.BELIEVED),
    ):
        for word in wording.words(name):
            known[word] = known.get(word, 0) | form
    for word in wording.words("when_ahead"):
        known[word] = known.get(word, 0) & ~Form.OBJECT | Form.TIME
    known["that"] &= ~Form.LEANING
    return known


@cache
def _sure_pasts() -> frozenset[str]:
    """Give the pasts that are no participle: "took", "fell"."""
    sure = {forms[1] for forms in irregular().values() if len(forms) > _THREE and forms[1] != forms[2]}
    return frozenset(sure | wording.words("sure_pasts"))


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for forms in irregular().values() for form in forms[1:] if not form.endswith("ing"))
