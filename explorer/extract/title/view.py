"""A small view of a statement: who or what it is about, and its finite verb.

Words are judged by their forms and their neighbours alone: "the finance chief, Jo Berg" has no verb, "banks
finance the mill" has one; of "the mill built in Turku was sold" it is "was". It must not know parties.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from explorer.extract.title.forms import Form, of_word
from explorer.extract.title.wording import words as listed


class View(NamedTuple):
    """Offsets into words: where the subject and its finite verb begin; -1 where there is none."""

    subject: int
    verb: int


class _Token(NamedTuple):
    text: str
    form: int
    is_closed: bool  # a comma, colon or the like stands behind it


_NONE = View(-1, -1)
_HEADS = '“”"(‘'
_ENDS = ',;:.!?)…”"'
_SIGNS = ("$", "€", "£", "¥", "₹")
_NO, _WEAK, _SURE = range(3)
_NEAR, _MOST = 12, 40  # words in which nearly all statements have their verb, and in which any has it
_LEADING = Form.PREPOSITION | Form.OPENER | Form.ORDER
_NEW = Form.DETERMINER | Form.PRONOUN
_VERBS = Form.AUXILIARY | Form.SURE_PAST | Form.SAYING | Form.PAST | Form.THIRD | Form.BASE
_TELLING = _VERBS | _NEW | Form.RELATIVE | Form.OPENER | Form.ORDER
_TO = "to"


def of(words: str) -> View:
    """View the first statement of some words."""
    first, at = _seen(words)
    return View(_start(words, first), _start(words, at)) if at >= 0 else _NONE


def states(words: str) -> bool:
    """Tell whether words begin with a subject and its finite verb."""
    return _seen(words)[1] >= 0


@lru_cache(maxsize=256)
def _seen(words: str) -> tuple[int, int]:
    """Give the numbers of the words with which the subject and its verb begin, -1 without one."""
    tokens = _tokens(words)
    first = _first(tokens)
    at, is_surely = _verb(tokens, first) if first >= 0 else (-1, False)
    if not is_surely and len(tokens) == _NEAR and (tokens := _tokens(words, _MOST)):
        first = _first(tokens)
        at, _ = _verb(tokens, first) if first >= 0 else (-1, False)
    return first, at


def opens(words: str) -> bool:
    """Tell whether words begin with what may be a subject."""
    return _first(_tokens(words)) >= 0


def _start(words: str, number: int) -> int:
    """Give where a word begins."""
    at = 0
    for word in words.split(maxsplit=number)[:number]:
        at = words.index(word, at) + len(word)
    return len(words) - len(words[at:].lstrip())


def lacks_subject(words: str) -> bool:
    """Tell whether words begin with their verb: "Posted $9 M", "were sold"."""
    tokens = _tokens(words)
    if len(tokens) < len(("verb", "what")):
        return False
    (verb, first, _), (what, second, _) = tokens[:2]
    if first & Form.AUXILIARY:
        return not (first & Form.CAPITAL and first & Form.MONTH) and verb != "Will"
    if first & second & Form.CAPITAL:
        return False  # a name
    if not (first & Form.PAST or (first & Form.THIRD and first & Form.FINITE)):
        return False
    return bool(second & (Form.OBJECT | Form.TIME | Form.PREPOSITION)) or what in ("that", _TO)


@lru_cache(maxsize=64)
def _tokens(words: str, most: int = _NEAR) -> Sequence[_Token]:
    return [_TOKENS[word] for word in words.split(maxsplit=most)[:most]]


class _Tokens(dict[str, _Token]):
    """Words as they stand in a text, with their forms, as first met."""

    def __missing__(self, word: str) -> _Token:
        bare = word.strip(_HEADS)
        plain = bare.rstrip(_ENDS)
        token = _Token(plain, of_word(plain), bare != plain and not bare.endswith("."))
        if len(self) < _REMEMBERED:
            self[word] = token
        return token


_REMEMBERED = 50_000  # words
_TOKENS = _Tokens()


def _first(tokens: Sequence[_Token]) -> int:
    """Give the number of the word with which the subject begins, -1 where none can be told."""
    at, end = 0, len(tokens)
    while at < end and tokens[at].form & Form.JOINT:
        at += 1
    low = tokens[at].text.lower() if at < end else ""
    if low in ("last", "this", "next") and at + 2 < end and tokens[at + 1].text.lower() in listed("times"):
        at += 2
    elif low in ("yesterday", "today", "tomorrow"):
        at += 1
    elif low in ("at", "up", "over", "about", "around") and any(
        token.form & Form.NUMBER for token in tokens[1:3]
    ):
        return at  # "at least 22 people"
    elif at < end and tokens[at].form & _LEADING and low not in ("how", "what", "why"):
        at = _behind_phrase(tokens, at)
    if not 0 <= at < end:
        return -1
    form = tokens[at].form
    if (
        form & Form.PARTICIPLE
        and not form & Form.CAPITAL
        and at + 1 < end
        and tokens[at + 1].form & Form.PREPOSITION
    ):
        return -1  # "born in 1928 of a marriage"
    if form & Form.DOING:
        is_noun = at + 1 < end and tokens[at + 1].form & Form.PREPOSITION  # "trading in its shares"
        return at if form & Form.CAPITAL or (is_noun and not at) else -1
    return -1 if form & (Form.RELATIVE | Form.PREPOSITION | Form.AUXILIARY) else at


def _behind_phrase(tokens: Sequence[_Token], at: int) -> int:
    """Give where the subject begins behind a phrase before it: "In May the mill", "On Monday, it"."""
    before = tokens[at]
    for number in range(at + 1, len(tokens)):
        token = tokens[number]
        if number > at + 1:
            if before.is_closed:
                return number
            is_date = bool(before.form & (Form.DIGIT | Form.MONTH))
            is_name = (
                token.form & Form.CAPITAL and not token.form & Form.MONTH and (is_date or before.text.islower())
            )
            if (token.form & _NEW or is_name) and not before.form & (Form.LEANING | Form.JOINT):
                return number
        before = token
    return -1


def _verb(tokens: Sequence[_Token], first: int) -> tuple[int, bool]:
    """Give the number of the finite verb behind a subject, -1 without one, and whether no other can be it.

    A form that may be a participle or a noun counts where no surer verb follows it.
    """
    weak, is_open, is_aside = -1, False, False
    for at in range(first + 1, len(tokens)):
        token = tokens[at]
        form = token.form
        if not form & _TELLING:
            continue
        before = tokens[at - 1]
        may_contact = form & _NEW and weak < 0 and not is_aside and at > first + 1
        if form & Form.RELATIVE or (may_contact and _contacts(token, before)):
            if weak >= 0:
                break
            is_open = True
            continue
        if form & Form.OPENER or (weak >= 0 and form & Form.ORDER):
            break
        sure = _NO if form & Form.CAPITAL or not form & _VERBS else _sureness(tokens, first, at)
        if sure == _NO:
            continue
        if is_open:  # the verb of "which" and "who"
            is_open, is_aside = False, True
        elif (is_aside and (before.form & Form.JOINT or before.text in ("or", "not"))) or _goes_on(tokens, at):
            continue
        elif weak >= 0:
            if sure == _SURE and not _is_joined(tokens, weak, at):
                return at, True
        elif sure == _SURE:
            return at, at + 2 < len(tokens)
        elif not before.is_closed or any(token.is_closed for token in tokens[first : at - 1]):
            weak = at  # but ", voted in May" only says more of the noun
    return weak, False


def _contacts(token: _Token, before: _Token) -> bool:
    """Tell whether a word opens a relative clause without "which": "the mill (they bought)"."""
    if before.is_closed or before.form & (Form.LEANING | Form.JOINT | Form.ORDER | Form.AUXILIARY):
        return False
    if token.form & (Form.ALONE | Form.CAPITAL) or not before.text.isalpha():
        return False
    return bool(token.form & Form.DETERMINER) or token.text in ("it", "they", "he", "she", "we")


def _goes_on(tokens: Sequence[_Token], at: int) -> bool:
    """Tell whether a verb belongs to the group of the one before: "has (been) sold"."""
    before = tokens[at - 1]
    if before.is_closed:
        return False
    if before.form & Form.AUXILIARY:
        return True
    return before.text.endswith("ly") and at > 1 and bool(tokens[at - 2].form & Form.AUXILIARY)


def _is_joined(tokens: Sequence[_Token], weak: int, at: int) -> bool:
    return any(token.text in ("and", "but", "or") for token in tokens[weak + 1 : at])


def _sureness(tokens: Sequence[_Token], first: int, at: int) -> int:
    """Tell how surely a word is a finite verb, by its form and its neighbours."""
    token, before = tokens[at], tokens[at - 1]
    form = token.form
    is_leaning = _leans(before) and not (
        before.form & Form.CAPITAL and at > first + 1
    )  # "Bolt and Little went"
    if form & Form.AUXILIARY:
        is_held = before.form & (Form.DETERMINER | Form.PREPOSITION) and not before.form & (
            Form.ALONE | Form.OWNER
        )
        return _NO if is_leaning and is_held else _SURE
    behind = tokens[at + 1] if at + 1 < len(tokens) and not token.is_closed else None
    has_object = behind is not None and bool(behind.form & Form.OBJECT)
    is_sure_past = bool(form & Form.SURE_PAST)
    if is_leaning and not (
        before.form & Form.ALONE and (has_object or is_sure_past or _ends(tokens, at, behind))
    ):
        return _NO
    if is_sure_past:
        return _SURE
    if form & Form.SAYING:
        is_said = (
            behind is None or has_object or behind.form & Form.PREPOSITION or behind.text in ("that", "nothing")
        )
        return _SURE if is_said else _WEAK
    if form & Form.PARTICIPLE and behind is not None and _is_done(tokens, at, behind):
        return _NO
    if form & Form.PAST:
        return _SURE if has_object else _WEAK
    if form & Form.THIRD:
        return _third(tokens, first, at, behind)
    if (
        form & Form.BASE
        and before.text != _TO
        and (before.form & Form.PRONOUN or _is_plural(tokens, first, at))
    ):
        return _SURE if has_object or before.form & Form.PRONOUN else _WEAK
    return _NO


def _ends(tokens: Sequence[_Token], at: int, behind: _Token | None) -> bool:
    """Tell whether a verb has no noun behind it: "the first reopened in May", but not "was first elected"."""
    if (
        not tokens[at].form & (Form.PAST | Form.THIRD)
        or tokens[at - 2].form & Form.AUXILIARY
        or tokens[at - 2].is_closed
    ):
        return False
    return behind is None or bool(behind.form & Form.PREPOSITION)


def _leans(token: _Token) -> bool:
    """Tell whether a noun must follow a word: an article, a preposition, an owner in small letters."""
    if token.form & Form.OWNER:
        return not token.form & Form.CAPITAL
    return bool(token.form & Form.LEANING) and not token.is_closed


def _is_done(tokens: Sequence[_Token], at: int, behind: _Token) -> bool:
    """Tell whether a participle has no subject of its own: "ratified by parliament", "believed to be"."""
    if behind.text == "by":
        by, more = (*(token.text for token in tokens[at + 2 : at + 4]), "", "")[:2]
        measures = listed("measures")
        return not (by[:1].isdigit() or by[:1] in _SIGNS or by in measures or (by == "a" and more in measures))
    return behind.text == _TO and bool(tokens[at].form & Form.BELIEVED)


def _third(tokens: Sequence[_Token], first: int, at: int, behind: _Token | None) -> int:
    """Tell how surely a word in -s is a verb: "rises to", but not "price rises"."""
    token, before = tokens[at], tokens[at - 1]
    has_object = behind is not None and bool(behind.form & Form.OBJECT)
    if token.form & Form.COUNTED and not has_object:
        return _NO
    if behind is None:
        return _WEAK
    if behind.form & Form.AUXILIARY and not before.form & Form.RELATIVE:
        return _NO
    if has_object or behind.text in (_TO, "that"):
        return _NO if before.text.islower() and _is_plural(tokens, first, at) else _SURE
    is_near = token.form & Form.FINITE or behind.form & Form.PREPOSITION or before.form & Form.CAPITAL
    return _WEAK if is_near else _NO


def _is_plural(tokens: Sequence[_Token], first: int, at: int) -> bool:
    """Tell whether a subject that ends before a word is one of many: "judges in Rome", "Acme and Best"."""
    number, end = first, at - 1 if tokens[at - 1].form & Form.RELATIVE else at
    for number in range(first, end):
        if number > first and tokens[number].form & Form.PREPOSITION:
            number -= 1  # the head stands before its first phrase
            break
        if tokens[number].text == "and":
            return True
    head = tokens[number]
    if number > first and head.form & Form.LEANING:
        return False
    return bool(head.form & Form.MANY) or tokens[first].text.lower() in listed("numerals")
