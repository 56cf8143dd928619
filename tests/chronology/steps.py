"""A decision that a person might make, drawn at random, for the laws of memory and of libraries."""

import random
from collections.abc import Sequence

from explorer.model.decision import (
    Added,
    Change,
    Edited,
    EventField,
    Linked,
    Named,
    Parted,
    Review,
    Reviewed,
    Spanned,
    ref,
)
from explorer.model.mention import Mention, Span
from tests.builders import mention


def decision(dice: random.Random, told: Sequence[Mention], names: Sequence[str], *others: Change) -> Change:
    """Draw a decision about some of at least two mentions, or one of the others."""
    one, other = (ref(m) for m in dice.sample(told, 2))
    made = dice.choice(told)
    return dice.choice(
        (
            Reviewed((one,), dice.choice(tuple(Review))),
            Linked((one, other)),
            Parted((one,), (other,)),
            Edited((one,), EventField.TITLE, ("Mine",)),
            Named(dice.choice(names), dice.choice((*names, ""))),
            Added(mention("A person saw this.", article=made.article, at=900, companies=(names[0],))),
            Spanned(one, Span(made.span.start, made.span.start + 12), made.quote[:12]),
            *others,
        )
    )
