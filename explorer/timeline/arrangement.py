"""`Arrangement`: the order that a person gave the lanes, which stay at the top, are hidden, closed or whole.

Lanes are named by their keys. One that is new since stands behind those that were put in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the lanes of one field stand: `order` from the top as far as a person gave it.

    A lane that is `collapsed` shows counts only, one that is `expanded` all of its rows.
    """

    order: tuple[str, ...] = ()
    pinned: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    collapsed: frozenset[str] = frozenset()
    expanded: frozenset[str] = frozenset()

    def sorted(self, keys: Sequence[str]) -> list[int]:
        """Give the places of these keys from the top: the pinned, then those put in order, then the others."""
        known = {key: at for at, key in enumerate(self.order)}
        return sorted(
            range(len(keys)),
            key=lambda at: (keys[at] not in self.pinned, known.get(keys[at], len(known) + at)),
        )

    def moved(self, keys: Sequence[str], key: str, at: int) -> "Arrangement":
        """Put a lane before the one that stands at a place now, or last; `keys` are all lanes from the top.

        Beyond the border between the pinned and the others it comes to stand at the border.
        """
        if key not in keys:
            return self
        rest = [one for one in keys if one != key]
        place = at - (keys.index(key) < at)
        pinned = sum(one in self.pinned for one in rest)
        place = min(place, pinned) if key in self.pinned else max(place, pinned)
        made = (*rest[:place], key, *rest[place:])
        # What is hidden keeps its place behind the lane that it followed.
        return self if made == tuple(keys) else replace(self, order=_with_hidden(made, self.order))

    def pin(self, key: str) -> "Arrangement":
        """Keep a lane at the top, or let it go back."""
        return replace(self, pinned=self.pinned ^ {key})

    def hide(self, key: str) -> "Arrangement":
        """Take a lane out of sight."""
        return replace(self, hidden=self.hidden | {key}, pinned=self.pinned - {key})

    def fold(self, key: str) -> "Arrangement":
        """Close a lane, or open it again."""
        return replace(self, collapsed=self.collapsed ^ {key}, expanded=self.expanded - {key})

    def expand(self, key: str) -> "Arrangement":
        """Show all rows of a lane, or no more than there is room for."""
        return replace(self, expanded=self.expanded ^ {key}, collapsed=self.collapsed - {key})

    @property
    def dealing(self) -> "Arrangement":
        """Give what bears on which events lie where: all but which lanes are closed or whole."""
        return replace(self, collapsed=frozenset(), expanded=frozenset())

    def places(self, keys: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
        """Give the places of the closed lanes and of the whole ones among these keys."""
        closed = frozenset(at for at, key in enumerate(keys) if key in self.collapsed)
        return closed, frozenset(at for at, key in enumerate(keys) if key in self.expanded)

    def show_all(self) -> "Arrangement":
        """Bring the hidden lanes back."""
        return replace(self, hidden=frozenset())


def _with_hidden(made: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    result, seen = list(made), set(made)
    for at, key in enumerate(before):
        if key not in seen:
            follows = next((one for one in reversed(before[:at]) if one in result), None)
            result.insert(0 if follows is None else result.index(follows) + 1, key)
            seen.add(key)
    return tuple(result)
