"""Amounts: sums, counts, shares and multiples, each with its bounds and the unit that is meant."""
