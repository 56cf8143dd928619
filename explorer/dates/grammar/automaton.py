"""Many patterns tried at once: which of them fit where, with one look at a table for each letter.

A state is the set of all steps that the letters so far allow. The table is made while texts are read, state by
state: most places of a text leave it after one letter or two, and most of it is never needed. How long a
pattern is bounds how far a place is read, so that the time is linear in the text. It must not know what a rule
means or captures.
"""

import re
from collections.abc import Iterable, Iterator

from explorer.dates.grammar.lexicon import BREAK, OTHER
from explorer.dates.grammar.pattern import After, Step

States = dict[frozenset[Step | int], "State"]


class State(dict[str, "State"]):
    """What the letters so far allow: the rules that end here, and the state after each next letter."""

    __slots__ = ("_states", "_steps", "ends", "is_dead")

    def __init__(self, after: Iterable[Step | int], states: States) -> None:
        self._states = states
        self._steps = [step for step in after if isinstance(step, Step)]
        self.ends = [step for step in after if isinstance(step, int)]
        self.is_dead = not self._steps

    def __missing__(self, letter: str) -> "State":
        """Make the state after a letter that was not met here before."""
        after: set[Step | int] = set()
        for step in self._steps:
            if letter in step.letters:
                after.update(step.after)
        return self.lead(letter, after)

    def following(self) -> frozenset[str] | None:
        """Give the letters of which one must come next; None where a rule ends here."""
        return None if self.ends else frozenset().union(*(step.letters for step in self._steps))

    def lead(self, letter: str, after: Iterable[Step | int]) -> "State":
        """Make a letter lead to the state of what may come after it; equal states are one."""
        key = frozenset(after)
        state = self[letter] = self._states.get(key) or self._states.setdefault(key, State(key, self._states))
        return state


class Automaton:
    """The patterns of a grammar, none of which takes more letters than `longest`; a rule is its number."""

    def __init__(self, patterns: Iterable[After], longest: int) -> None:
        first = State((), {})
        after: dict[str, list[Step | int]] = {}
        for steps in patterns:
            for step in steps:
                if isinstance(step, Step):
                    for letter in step.letters:
                        after.setdefault(letter, []).extend(step.after)
        for letter, then in after.items():
            first.lead(letter, then)
        self._first, self._longest = first, longest
        # Passed over without a step of Python: what begins nothing, and what begins nothing before a word
        # without concepts, as most do.
        alone = [letter for letter, state in first.items() if state.ends or not state[OTHER].is_dead]
        others = first.keys() - set(alone)
        self._starts = re.compile(f"{_one_of(alone)}|{_one_of(others)}(?![{OTHER}{BREAK}])")
        self._second = {letter: state.following() for letter, state in first.items()}

    def starts(self, letters: str) -> Iterator[int]:
        """Give the places where a pattern may begin, by the letter there and the one after it."""
        second = self._second
        for match in self._starts.finditer(letters):
            at = match.start()
            following = second[letters[at]]
            if following is None or letters[at + 1 : at + 2] in following:
                yield at

    def rules(self, letters: str, at: int) -> list[int]:
        """Give the rules that fit at a place, however long, in their order."""
        state, found = self._first, list[int]()
        for letter in letters[at : at + self._longest]:
            state = state[letter]
            if state.ends:
                found += state.ends
            if state.is_dead:
                break
        return sorted(set(found)) if len(found) > 1 else found


def _one_of(letters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(letters)))}]" if letters else "(?!)"
