"""Cutting words to a length: at a boundary of phrases, with nothing that dangles and no word cut.

It knows words alone, neither mentions nor parties.
"""

import re
from functools import lru_cache

from explorer.extract import clauses
from explorer.extract.title import halves, tense, view, wording
from explorer.extract.title.wording import any_of, has_any, pattern

LIMIT = 70
_SHORTEST = 24  # letters of a statement that ends at a boundary
_LEAST = 18  # letters of one that would break off otherwise
_ENDS = " ,;:.-–—!?\n\t/&+"
_OPENERS = {"(": ")", "[": "]", "“": "”"}


def _is_weak(words: str) -> bool:
    """Tell whether words end with an article, a preposition or the like."""
    last = words[words.rfind(" ") + 1 :].lower().strip(_ENDS)
    return last in wording.words("weak_ends") and not (last == "over" and _OVER.search(words))


_OVER = re.compile(
    r"\b(?:tak(?:es?|en|ing)|took|hand(?:s|ed)|fell|falls) over\W*$"
)  # "over" is a part of the verb


def _without_weak(words: str) -> str:
    while words and _is_weak(words):
        words = words[: max(words.rfind(" "), 0)].rstrip(_ENDS)
    return words


_YEAR_ENDED = re.compile(r"\s(?:in|for|during)\sthe\s(?:[\w-]+\s){1,3}ended$")
_AND_NOUN = re.compile(
    r",\sand\s(?P<noun>(?:(?:the|an?|its|their)\s)?[\w’'-]+(?:\s[\w’'-]+){0,3})$"
)  # its verb is cut off
_COMPLETE = re.compile(rf"\b(?:{any_of('spans')}|time)\s(?:before|after|since)$", re.IGNORECASE)
_ORDERS = ("before", "after", "since")
_ABOVE_ALL = re.compile(r"[\s,]+and (?:again|above all|especially|even|in particular|\w+ly)$")
_ABOVE_ALL_ENDS = ("again", "all", "even", "particular", "ly")
_COMPARING = re.compile(r"(?:,\s(?:up|down|twice|\w+ times)|\sas (?:much|many|high|low))$")
_BARE_ENDS = ("up", "down", "twice", "times", "much", "many", "high", "low")


_BOUNDARIES = tuple(  # with the signs of which each needs one
    (signs, re.compile(mark))
    for signs, mark in (
        ((";", "–", "—"), r";\s|\s[–—]\s"),
        ((",",), r",\s"),
        (
            (),
            r"\s(?:which|who|whom|whose|after|because|while|when|as|although|though|where|in an effort|"
            r"in order|amid|following|so that|until|before|since|despite|without)\s|\suntil,\s",
        ),
        ((" and", " but"), r"\s(?:and|but),?\s"),
        ((":",), r":\s"),
        (
            (),
            r"\s(?:in|at|on|with|over|from|during|through|under|against|among|for|by)\s|"
            r"\sthat\s(?=(?:had|has|have|was|were|is|are|gave|gives|made|makes|took|takes|allow\w*)\s)|"
            r"\s(?=(?:[a-z]{2,}ed|made|built|held|sold|won|given|taken|set)\s"
            r"(?:in|on|at|by|from|for|since|under|after|before|to|with|between|as|during|last|this)\s)",
        ),
    )
)
_LOOSE_BOUNDARIES = (  # where words are cut only if they would break off otherwise
    re.compile(r"\sthat\s(?=[A-Za-z]+\b)|\s(?=(?:it|they|he|she)\s[a-z]+)"),
    re.compile(r"\s(?:into|about|across|within|towards?|between|behind|below|above|around|as|than)\s"),
    re.compile(r"\s(?:to|of)\s"),
    re.compile(rf"\s{any_of('counts')}\s{any_of('spans')}\s(?:ahead|before|after|later|earlier|behind)\b"),
    re.compile(r"\s(?:in|at|on|with|over|from|during|through|under|against|among|for|by)\s"),
    re.compile(r",\s|\s(?:and|or)\s"),
    re.compile(r"\s(?=[a-z]{3,}ing\s(?:the|an?|its|their|his|her|that|it|them|[A-Z][\w’'-]*|[$€£]?\d\S*)\s)"),
)
_MARK_LENGTH = 20  # no boundary is longer
_PHRASE = re.compile(r"\s(?:and|or|to|of|that|in|at|on|with|over|from|for|by|into|between|as|than)\s|,\s")
_ASKS = re.compile(r"(?:what|how|whether|why)\b", re.IGNORECASE)
_GAVE = re.compile(r"\bg[ai]ve")
_PUTTING = ("put", "keep", "kept", "place", "turn")
_NEEDS_PLACE = re.compile(
    r"\b(?:puts?|keeps?|kept|places?|placed|turns?|turned)\s(?:(?!\b(?:on|in|into|off|at|up|down|under|to|aside|through|out|away|back|forward|together|by)\b).)*$"
)
_LISTED = re.compile(
    r",\s(?!(?:the|an?|its|his|her|their|which|who|whose|where|when|while|but|and|or|in|on|at|by|for|with|from|after|"
    r"before|as|to|up|down|including|most|one|two|\w+ing)\b)(?:[\w’'.&!-]+\s){0,3}?[\w’'.&!-]+(?:,|\s(?:and|or))\s"
)
_ARTICLED = re.compile(r"\b(?:an?|the|its|their)\s[a-z]+$")
_QUALIFIED = re.compile(
    r",\s(?!(?:which|who|whose|where|when|while|but|and|or|an?|the|in|on|at|by|for|with|from|to|as|after|before|\w+ing|\w+ed)\b)"
    r"[a-z-]+\s[a-z]"
)
_PARTICLE = re.compile(r"\s(?:in|at|on|with|over|from|through|under|against|for|by)\s")
_RELATIVE_ONLY = re.compile(r"^[^,]{2,60},\s(?:which|who|whose|whom)\s[^,]*$")
_AND = re.compile(r"\s(?:and|but)\s+(?:also |then |later )?(?P<next>[$€£¥₹\w’'-]+)")
_LOOSE_TIME = re.compile(
    rf"(?:,\s|\s)(?:(?:about|some|just|only|almost|nearly)\s)?(?:{any_of('counts')}\s)?{any_of('spans')}$"
)
_LOOSE_END = re.compile(
    r"(?:\s(?:what|how|whether|if|that|which|who|when|where)\s(?:it|he|she|they|the \w+|[A-Z]\w+)|"
    r":\s(?:[A-Z][\w’'-]+\s?){2,3})$"
)
_NO_VERB = re.compile(
    r"\b(?:[A-Z][\w’'-]*|(?:of|an?|the|its|their|by|with)\s[a-z]+ed\b|(?:its|their|his|her|our|my|your) own\b)|"
    r"[’']s own\b"
)
_SAID = re.compile(
    r"^[^,]{2,60}?\s(?:(?:says?|said|claims?|claimed|means|meant|believes?|believed|den(?:y|ies|ied) that|"
    r"becomes?)|"
    r"(?:announces?|reports?|warns?|confirms?|shows?|finds?|rules?|announced|reported|warned|confirmed|showed|found|ruled)\s"
    r"(?=that\b))\b(?:\s?that\b)?"
)
_SAYING_LAST = re.compile(rf"\b(?:{any_of('says')}|{any_of('leaning')})$")


def whole(words: str, *, is_end: bool = False) -> str:
    """Take off what dangles: an open bracket, a preposition, article or conjunction at the end.

    `is_end` tells that the text itself ends there, so that "how it came about" is no dangling end.
    """
    for opener, closer in _OPENERS.items():
        if opener in words and words.count(opener) > words.count(closer):
            words = words[: words.rfind(opener)]
    if ")" in words or "]" in words:
        words = re.sub(r"\s[)\]](?=\s|$)", "", words)
    if words.endswith("…"):
        return words
    words = words.strip(_ENDS)
    if is_end or (words[-6:].lower().endswith(_ORDERS) and _COMPLETE.search(words)):
        return words
    if (
        words.count(",") == 1
        and ", and " in words
        and (loose := _AND_NOUN.search(words))
        and not tells(loose["noun"])
    ):
        words = words[: loose.start()] if view.states(words[: loose.start()]) else words
    words = _without_weak(_YEAR_ENDED.sub("", words) if words.endswith("ended") else words)
    if words.endswith(_ABOVE_ALL_ENDS):
        words = _ABOVE_ALL.sub("", words)
    loose = _LOOSE_TIME.search(words) if "," in words or words.endswith("hours") else None
    if words.endswith(_BARE_ENDS):
        words = _COMPARING.sub("", words)
    if loose and (loose.group()[0] == "," or words.endswith(" hours")) and tells(words[: loose.start()]):
        words = words[: loose.start()]
    end = _LOOSE_END.search(words, 0 if ": " in words else _last_words(words, 4))
    if end and tells(words[: end.start()]):
        words = words[: end.start()]
    return _without_weak(words.strip(_ENDS)).strip(_ENDS)


def cut(words: str, limit: int = LIMIT) -> str:
    """Cut words at a boundary behind their verb, so that a statement is left; else at a phrase's end."""
    return cut_at_boundary(words, limit) or shortened(words, limit)


def cut_at_boundary(words: str, limit: int = LIMIT) -> str:
    """Cut words at a boundary behind their verb, so that a statement is left; "" where none would be."""
    if len(words) <= limit:
        return words
    end = limit + _MARK_LENGTH
    first = ""
    for signs, mark in _BOUNDARIES:
        if signs and not has_any(words, signs):
            continue
        places = [at for m in mark.finditer(words, 0, end) if _SHORTEST <= (at := m.start()) <= limit]
        for at in reversed(places):
            if at <= len(first):
                break
            if first and words.startswith(" when ", len(first)):
                return first
            if _stands(words, at) and not (
                words[at:].startswith((" and ", " but ")) and not _goes_on(words, at)
            ):
                if len(first or words[:at]) >= _SHORT or (first and not _tells_sum(words, len(first), at)):
                    return first or words[:at]
                first = words[:at]
                break
    return first


_SHORT = 45  # letters of a statement behind which a sum is looked for that has room too


def _tells_sum(words: str, start: int, end: int) -> bool:
    return any(character.isdigit() for character in words[start:end])


def cut_loosely(words: str, limit: int = LIMIT) -> str:
    """Cut words before what belongs to a noun, so that a statement is left; "" where none would be.

    The last word is surely a noun; else one that is plainly no verb and no adjective.
    """
    places = {
        at
        for mark in _LOOSE_BOUNDARIES
        for m in mark.finditer(words, 0, limit + _MARK_LENGTH)
        if _SHORTEST <= (at := m.start()) <= limit
    }
    loosely = ""
    for at in sorted(places, reverse=True):
        if ends_well(words[:at]) and (noun := _goes_without(words, at)):
            if noun == _NOUN:
                return words[:at]
            loosely = loosely or words[:at]
    return loosely


_NO_END, _ANY, _NOUN = range(3)


def cut_short(words: str, limit: int = LIMIT) -> str:
    """Cut words before another clause, so that a statement is left, be it short; "" where none would be."""
    places = [m.start() for m in _CLAUSE.finditer(words, _LEAST, limit + _MARK_LENGTH) if m.start() <= limit]
    heads = (
        words[:at] for at in reversed(places) if not (words.startswith(" until", at) and _GAVE.search(words))
    )
    return next(filter(ends_well, heads), "")


_CLAUSE = re.compile(
    r"(?:,?\s(?:unless|until|because|when|while|after|before|although|though|between)|,\s(?:and|but))\s"
)


_ENUMERATED = re.compile(r",\s[^,]*$")


def ends_well(head: str) -> bool:
    """Tell whether words are a statement whose last word needs no other."""
    last = head[head.rfind(" ") + 1 :]
    return not (
        _is_weak(head)
        or last.endswith(("’s", "'s"))
        or (halves.is_half(head) and not (_YEAR_LAST.search(head) or _SUM_LAST.search(head)))
        or halves.is_open(head)
        or _RELATIVE_ONLY.match(head)
        or (last.islower() and _needs_more(head, last))
        or (has_any(head, _PUTTING) and _NEEDS_PLACE.search(head))
        or _WOULD_LAST.search(head)
    ) and states(head)


def _needs_more(head: str, last: str) -> bool:
    """Tell whether the last word is a verb that needs an object, and no noun of the same form."""
    if last in wording.words("intransitive") or not (_is_verb(last) or tense.is_third(last)):
        return False
    before = head[: -len(last)].rstrip()
    before = before[before.rfind(" ") + 1 :].lower()
    if before in _BE and tense.is_participle(last):
        return last in wording.words("half_done")
    if tense.is_past(last) or last.endswith("ed") or before in _BEFORE_PLAIN:
        return halves.NOUN_AHEAD.search(head) is None
    return _SECOND.search(head) is not None or view.of(head).verb == len(head) - len(last)


_BE = frozenset("is are was were be been".split())
_SECOND = re.compile(r"\b(?:which|who|that|whose|where|when|while|although|because|after|before|as|if|says)\s")
_BEFORE_PLAIN = frozenset(
    "to will would could can may might must should shall not and or it they we he she you".split()
)
_YEAR_LAST = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s(?:19|20)\d\d$", re.IGNORECASE
)
_SUM_LAST = re.compile(r"(?<!from)(?<!between)(?<!than)\s[$€£¥₹]\S*\d(?:\s(?:M|bn|tn))?$")
_WOULD_LAST = re.compile(
    r"\b(?:will|would|could|can|may|might|shall|should|must|to)(?:\s(?:in|at|on|by)\b[^,]*)?$"
)


def _goes_without(words: str, at: int) -> int:
    """Tell how surely a statement stands without what follows its last noun: not "a number (of)"."""
    head, rest = words[:at], words[at:]
    said = _SAID.match(head)
    if _ASKS.match(words) or (said and not clauses.has_verb(head, said.end(), len(head))):
        return _NO_END
    control = pattern("controls", r"\b(?:{})\s").search(head)
    if control and " to " not in head[control.end() :] and " to " in rest:
        return _NO_END
    if rest.startswith((",", " and ", " or ")):
        return _NO_END if _ENUMERATED.search(head) else _NOUN
    match = _NOUN_LAST.search(head, _last_words(head, 5))
    noun = match["noun"] or match["plural"] if match else head[head.rfind(" ") + 1 :]
    if noun in wording.words("partial"):
        return _NO_END
    if match is None and _is_done_to(head, noun):
        return _ANY
    if match is None:
        return _NO_END if noun.endswith(_NO_NOUN_ENDS) or noun in _ACTING else _ANY
    following = rest.split()[1]
    if not rest.startswith(" that ") or clauses.is_finite(following) or tense.is_third(following):
        return _NOUN
    is_content = match["noun"] is None or not wording.words("that_nouns").isdisjoint(head.split())
    return _NO_END if is_content else _NOUN


_NO_NOUN_ENDS = (
    "ing",
    "al",
    "ive",
    "ous",
    "ful",
    "ly",
    "able",
    "ed",
    "ic",
    "ary",
    "enough",
    "two",
    "unless",
    "until",
)
_NOUN_LAST = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|new|all|two|three|[\d.,]+)|['’]s|\b[A-Z][\w-]*|[$€£]\S+(?:\s(?:M|bn|tn))?)"
    r"\s(?:[\w’'-]+\s){0,3}(?P<noun>[\w’'-]+)$|(?P<plural>[a-z]{3,}s)$"
)


_FROM_SUM = re.compile(r"\b(?:from|between|than|of|May|March|April|June|July)\s\S+$")


def _goes_on(words: str, at: int) -> bool:
    """Tell whether "and" joins a verb or a clause, not a noun: "… and asks for damages"."""
    match = _AND.match(words, at)
    if match is None or re.match(r"[$€£¥₹]?\d", match["next"]):
        return match is not None
    rest = words[match.start("next") :].split(", ")[0]
    return clauses.has_verb(rest, 0, len(rest))


def _stands(words: str, at: int) -> bool:
    """Tell whether the head of some words is a statement by itself."""
    head = words[:at]
    is_sum = (
        head[-1:].isdigit()
        and _PARTICLE.match(words, at)
        and not _FROM_SUM.search(head, halves.two_words(head))
    )
    if (
        _is_weak(head)
        or (not is_sum and halves.is_half(head))
        or halves.is_open(head)
        or _RELATIVE_ONLY.match(head)
        or _ASKS.match(words)
    ):
        return False
    last = head[head.rfind(" ") + 1 :].lower()
    if words[at] == ",":
        if _LISTED.match(words, at):
            return False
        if _QUALIFIED.match(words, at) and _ARTICLED.search(head, halves.two_words(head)):
            return False
    elif words.startswith(" until ", at) and _GAVE.search(head):
        return False
    if words[at] == " ":
        if last in _ACTING and not _PARTICLE.match(words, at):
            return False
        if has_any(head, _PUTTING) and _NEEDS_PLACE.search(head):
            return False
        if _PARTICLE.match(words, at) and _is_verb(last):
            return False
    said = _SAID.match(head)
    if said and not clauses.has_verb(head, said.end(), len(head)):
        return False
    if _TO_SOON.match(words, at) and (control := pattern("controls", r"\b(?:{})\s").search(head)):
        return " to " in head[control.end() :]
    return states(head) and not (clauses.is_finite(last) and len(head.split()) < 4)


def _is_done_to(head: str, last: str) -> bool:
    """Tell whether the last word says all that is done: "was arrested (at)", but not "was accused (of)"."""
    before = head[: -len(last)].rstrip().rpartition(" ")[2]
    return before in _BE and tense.is_participle(last) and last not in wording.words("half_done")


_TO_SOON = re.compile(r"\s(?:on|in|at)\s[A-Z\d][\w-]*\sto\s")  # "allowed Acme (on Monday to sell)"
_ACTING = frozenset("it they he she we i you them him her us me who which that".split())


def _is_verb(word: str) -> bool:
    return clauses.is_finite(word) or word in clauses.bases() or tense.is_past(word)


def _last_words(words: str, count: int) -> int:
    """Give where the space before the last words stands."""
    at = len(words)
    for _ in range(count):
        at = words.rfind(" ", 0, at)
        if at < 0:
            return 0
    return at


@lru_cache(maxsize=64)
def tells(words: str) -> bool:
    """Tell whether words tell something: with a finite verb, or with what is to come: "Acme to buy"."""
    if len(words) > _NEAR and _is_told(words[: words.rfind(" ", 0, _NEAR) + 1]):
        return True
    return _is_statement(words) or bool(_TO_DO.search(words))


def states(words: str) -> bool:
    """Tell whether words state something: with a subject and its verb, or with what is to come."""
    return view.states(words) or (_TO_DO.search(words) is not None and view.opens(words))


_NEAR = 45  # letters in which most have their verb


@lru_cache(maxsize=16)
def _is_told(words: str) -> bool:
    """Tell whether the first words of a statement have its verb; each place of a cut asks it again."""
    return _is_statement(words)


_DEED = re.compile(r"\w\s(?P<verb>[a-z]{3,}s)\s(?:an?|the|its|their|his|her|that|it|[$€£¥]?\d\S*|[A-Z]\w*)\b")


def _is_statement(words: str) -> bool:
    """Tell whether words have a finite verb; a form that may be a noun is one before an object: "issues a"."""
    if view.states(words) or clauses.has_verb(subject := _NO_VERB.sub("It", words), 0, len(subject)):
        return True
    return any(tense.is_third(match["verb"]) for match in _DEED.finditer(words))


_TO_DO = re.compile(r"\w\sto\s(?:be\s)?[a-z]{3,}\b(?:\s[\w$€£¥₹]|$)")


_SCALE_AHEAD = re.compile(r"\s(?:M|bn|tn|million|billion|trillion|crore|lakh)\b")
_LAST_NUMBER = re.compile(r"\s\S*\d[\d.,]*$")


def shortened(words: str, limit: int) -> str:
    """Cut words at the end of a phrase, else at a space, so that with "…" they are no longer than a limit."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    phrases = _PHRASE.finditer(words, 0, limit + _MARK_LENGTH)
    places = [at for m in phrases if limit // 2 <= (at := m.start()) < limit]
    kept = head[: head.rfind(" ")] if " " in head else ""
    if words[limit - 1] == " ":
        kept = head
    for at in reversed(places):
        kept_head = words[:at]
        if (
            _is_weak(kept_head)
            or halves.is_half(kept_head)
            or _SAYING_LAST.search(kept_head, halves.two_words(kept_head))
        ):
            continue
        said = _SAID.match(kept_head)
        if said and not clauses.has_verb(words, said.end(), at):
            continue
        if tells(kept_head) or not tells(head):
            kept = words[:at]
            break
    if kept and _SCALE_AHEAD.match(words, len(kept)):
        kept = _LAST_NUMBER.sub("", kept)  # "€12…" would be another sum than "€12 M"
    kept = whole(kept)
    return kept + "…" if kept else ""
