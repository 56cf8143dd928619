"""A clause without a subject takes the one whose deed it tells, be other nouns nearer."""

import pytest

from explorer.extract.title import doer
from explorer.model.mention import Span
from tests.extract.reading import titles


@pytest.mark.parametrize(
    ("before", "clause", "subject"),
    [
        ("A bishop on Monday opened the chapel of Saint Olav but ", "kept its tower shut.", "A bishop"),
        ("In Norway, the Orkla dairy closed one farm on 6 March and ", "sold it in May.", "the Orkla dairy"),
        ("The orchard, which had bloomed until a frost in March, ", "was cleared in May.", "The orchard"),
        ("The choir was founded after the great fire and ", "toured in 1902.", "The choir"),
        ("They signed a lease under which the town keeps the pier and ", "rents out the quay.", "the town"),
        (
            "The play was about the mayor, Jo Berg, who fell ill in May 2012 and ",
            "resigned in June.",
            "Jo Berg",
        ),
        ("Nobody wrote; the cook, Anna Ek, ", "left on Monday.", "Anna Ek"),
        ("The vet will look at the herd, he said, and ", "has seen no fever since May.", "The vet"),
    ],
)
def test_a_deed_is_of_the_subject_of_its_verb(before: str, clause: str, subject: str) -> None:
    text = before + clause
    assert doer.of(text, Span(0, len(text)), Span(len(before), len(text))) == subject


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("The museum insured the vase of the prince, bought in 1990 and ", "lost in 2013."),
        ("“We bake at night and ", "sell at dawn.”"),
        ("The path that the monks had laid and ", "mended in May, was washed away."),
        ("", "Opened in May."),
    ],
)
def test_nobody_is_named_where_it_is_not_sure(before: str, clause: str) -> None:
    text = before + clause
    assert doer.of(text, Span(0, len(text)), Span(len(before), len(text))) == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The ferry line Stena, which is based in Lund, said it carried 7 million guests in June 2013.",
            "The ferry line Stena carries 7 M guests",
        ),
        (
            "Head coach Jo Berg has told reporters she will leave the club in May 2014.",
            "Head coach Jo Berg to leave the club",
        ),
        (
            "The abbey hired an architect, who reported in September 2013 that the roof had rotted.",
            "An architect reports that the roof had rotted",
        ),
        (
            "It was the second time that the fans saw off captain Jo Berg, who had taken the cup by July 2006.",
            "Jo Berg has taken the cup",
        ),
        (
            "The parish owns 62 percent of a dairy in Lund, which was shut in 2009 for want of milk.",
            "A dairy in Lund is shut for want of milk",
        ),
    ],
)
def test_who_says_it_did_it(text: str, title: str) -> None:
    assert title in titles(text), titles(text)
