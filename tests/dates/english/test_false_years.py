"""Years and dates of paper: what names a law, a judgment, a page, a product, a house."""

import pytest

from explorer.dates import explain, find

PUBLISHED = "2020-09-16"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It cites Bell v. Marlow, 550 U.S. 544 (2007).", "a citation of a court's decision"),
        ("It cites Bell v. Marlow, 550 U.S. 544, 570 (2007).", "a citation of a court's decision"),
        ("It cites Bell v. Marlow, 123 F.3d 456, 459 (9th Cir. 1998).", "a citation of a court's decision"),
        ("It cites Bell v. Marlow, 987 F. Supp. 2d 123 (S.D.N.Y. 2013).", "a citation of a court's decision"),
        ("It cites Bell v. Marlow, 138 S. Ct. 306 (2018).", "a citation of a court's decision"),
        ("It cites Bell v Marlow [2019] UKSC 12.", "a citation of a court's decision"),
        ("It cites Bell v Marlow [1932] AC 562.", "a citation of a court's decision"),
        ("It cites Bell v Marlow (2001) 207 CLR 562.", "a citation of a court's decision"),
        ("It cites Bell v. Marlow, 2019 SCC 65.", "a citation of a court's decision"),
        ("It broke the Securities Act of 1933.", "the year in the name of a law"),
        ("Section 13 of the Companies Act 2006 applies.", "the year in the name of a law"),
        ("It broke the Companies Act, 2013.", "the year in the name of a law"),
        ("It broke the Data Protection Act (2018).", "the year in the name of a law"),
        ("Security Council Resolution 1973 was adopted.", "a number after “Resolution”"),
        ("Directive 2019/790 applies.", "a number after “Directive”"),
        ("See HB 2021 for more.", "a number after “HB”"),
        ("See RFC 1918 for more.", "a number after “RFC”"),
        ("Case 2019-0123 was closed.", "a number after “Case”"),
        ("© 2020 The Paper.", "a copyright notice"),
        ("Copyright (c) 2020 The Paper.", "a copyright notice"),
        ("(c) 2020 The Paper.", "a copyright notice"),
        ("© The Paper 2020.", "a copyright notice"),
        ("It is part of Vision 2030.", "the goal in the name of a plan"),
        ("He read “1984” at school.", "the title of a work"),
        ("He read Orwell's 1984.", "the title of a work"),
        ("He drives a Peugeot 2008.", "the number of a model"),
        ("He drives a 1987 Chevrolet.", "the year of a model"),
        ("He works at 1999 Broadway.", "the number of a house"),
        ("He works at 2010 Market Street.", "the number of a house"),
        ("He works in Suite 2010.", "a number after “Suite”"),
        ("Call 020 7946 2000.", "part of a longer number"),
        ("See p. 1999.", "a number after “p”"),
        ("The stock (HK: 1988) rose.", "a number after “HK”"),
        ("Population: 1987.", "a number after “Population”"),
        ("They made 1900 per head.", "a number of things"),
        ("There were 2000 of them.", "a number of things"),
        ("A crowd of 2000 came.", "a number after “crowd of”"),
        ("Nearly 2000 died.", "a number after “nearly”"),
        ("About 1900 were hurt.", "a number after “about”"),
        ("It employs 2000.", "a number after “employs”"),
        ("It employs about 2000.", "a number after “employs”"),
        ("See Jones et al., 2004.", "a citation of a paper"),
        ("Order 2018-12 was read.", "a number after “Order”"),
        ("See Rule 1998.", "a number after “Rule”"),
        ("She was in her late 20s.", "an age"),
        ("People in their early 30s agree.", "an age"),
        ("Temperatures were in the mid-80s.", "a temperature"),
        ("The index rose to 1999.", "a number after “rose to”"),
        ("The index closed at 2010.", "a number after “at”"),
        ("He came at 1950 metres.", "a number of metres"),
        ("Filed 07/14/20 Page 3 of 80", "the stamp at the head of a page"),
        ("The ratio is 1:20.", "figures that no word makes a time of day"),
        ("The case is 1:20-cv-02658.", "part of a longer number"),
    ],
)
def test_a_year_or_date_of_paper_is_rejected_with_the_reason(text: str, reason: str) -> None:
    found, rejected = explain(text, published=PUBLISHED)
    assert [one.text for one in found] == []
    assert [one.why for one in rejected] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "© 1998–2021 The Paper.",
        "Copyright 1998, 2001 and 2003 by The Paper.",
        "See pp. 1991-1995.",
        "See pp. 1991-95.",
        "See sections 1981 and 1983.",
        "It won by 2010-1998 votes.",
        "The Immigration Act 1971 and 1988 apply.",
    ],
)
def test_what_stands_beside_a_row_of_years_goes_for_all_of_them(text: str) -> None:
    assert find(text, published=PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The Civil Rights Act passed in 1964.", ["1964"]),
        ("In 2007 the court cited it.", ["2007"]),
        ("The treaty of 1783 ended it.", ["1783"]),
        ("The paper (2018) was cited.", ["2018"]),
        ("The 2018 World Cup was held in Russia.", ["2018"]),
        ("Expo 2020 opens late.", ["2020"]),
        ("The plan runs until 2030.", ["2030"]),
        ("In 2008 Wall Street fell.", ["2008"]),
        ("The 2008 Ford layoffs were deep.", ["2008"]),
        ("It is down from its 2006 highs.", ["2006"]),
        ("At 2019 prices it is cheap.", ["2019"]),
        ("Sales fell from 2010 to 2015.", ["2010", "2015"]),
        ("He lived from 1861-1863 in Rome.", ["1861", "1863"]),
        ("War in the west 1861-1863", ["1861", "1863"]),
        ("He painted it c. 1850.", ["1850"]),
        ("He was born (b. 1850) in Rome.", ["1850"]),
        ("The years 1998, 2001 and 2003 were good.", ["1998", "2001", "2003"]),
        ("Prices were low in the mid-80s.", ["198"]),
        ("In the 2019/2020 season it grew.", ["2019", "2020"]),
        ("It was filed on 07/14/20.", ["2020-07-14"]),
        ("15:30: The police arrive.", ["2020-09-16T15:30"]),
        ("It began at 15:30.", ["2020-09-16T15:30"]),
    ],
)
def test_controls_with_the_same_words_are_dates(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published=PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1793 began badly.", ["1793"]),
        ("The 1791 constitution failed.", ["1791"]),
        ("His 1796 pamphlet sold well.", ["1796"]),
        ("He led 1790 men and 1800 horses.", []),
        ("They were the 1795 soldiers left.", []),
        ("The 1493 voyage was forgotten.", []),
        ("The hall seats 1850 guests.", []),
    ],
)
def test_a_number_is_a_year_if_the_text_is_about_its_time(text: str, numbers: list[str]) -> None:
    told = f"The estates met on 5 May 1789, and in September 1792 a republic was made. {text}"
    assert [one.text for one in find(told, published=PUBLISHED)][2:] == numbers


@pytest.mark.parametrize("text", ["1793 began badly.", "The estates met on 5 May 1789. The 1791 law failed."])
def test_one_date_makes_no_text_about_a_time(text: str) -> None:
    assert not {"1793", "1791"} & {one.text for one in find(text, published=PUBLISHED)}
