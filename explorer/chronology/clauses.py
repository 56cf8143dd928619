"""The clauses that a person chose for mentions, laid over them before anything else is made of them."""

from collections.abc import Sequence
from dataclasses import replace

from explorer.chronology.identity import Register
from explorer.model.decision import Added, Decision, Spanned, standing
from explorer.model.mention import Mention


def with_clauses(
    mentions: Sequence[Mention], decisions: Sequence[Decision]
) -> tuple[Sequence[Mention], Sequence[Decision]]:
    """Give mentions the words that a person says state them, the latest choice of each; ids and dates stay.

    Mentions that a person added stand in the decisions, and have their clauses there.
    """
    stands = standing(decisions)
    spanned = [decision.change for decision in stands if isinstance(decision.change, Spanned)]
    if not spanned:
        return mentions, decisions
    own = [decision.change.mention for decision in stands if isinstance(decision.change, Added)]
    register = Register([*mentions, *own])
    latest = {id_: change for change in spanned if (id_ := register.find(change.mention)) is not None}

    def laid(mention: Mention) -> Mention:
        chosen = latest.get(mention.id)
        return replace(mention, span=chosen.span, quote=chosen.quote) if chosen else mention

    return [laid(mention) for mention in mentions], [
        replace(decision, change=Added(laid(decision.change.mention)))
        if isinstance(decision.change, Added) and decision.change.mention.id in latest
        else decision
        for decision in decisions
    ]
