"""Whole articles in other languages, written for these tests on public facts, from text to mentions."""

import pytest

from explorer.model.article import DateSource
from explorer.model.mention import BORDERLINE, PartyType
from tests.extract.reading import read

_ARTICLES = {
    "de": (
        "Siemens trennt sich von der Energiesparte\n\nMÜNCHEN, 28. September 2020 - Siemens hat die Tochter "
        "Siemens Energy am Montag an die Börse gebracht. Der Konzern hält noch 35 Prozent der Aktien.\n\n"
        "Das Unternehmen wurde im Jahr 1847 gegründet.",
        {("investment", "2020-09-28"), ("launch", "1847")},
    ),
    "fr": (
        "Google sanctionné par la CNIL\n\nLa CNIL a infligé une amende de 50 millions d'euros à Google le "
        "21 janvier 2019. Le groupe a fait appel.\n\nGoogle a été fondé en 1998.",
        {("settlement", "2019-01-21"), ("launch", "1998")},
    ),
    "es": (
        "BBVA vende su filial en Estados Unidos\n\nBBVA vendió su filial estadounidense a PNC el 16 de "
        "noviembre de 2020 por 11.600 millones de dólares. El banco ganó 1.142 millones de euros en 2018.",
        {("acquisition", "2020-11-16"), ("finance", "2018")},
    ),
    "id": (
        "Gojek dan Tokopedia bergabung\n\nGojek mengumumkan merger dengan Tokopedia pada 17 Mei 2021. "
        "Perusahaan itu didirikan pada tahun 2010 di Jakarta.",
        {("acquisition", "2021-05-17"), ("launch", "2010")},
    ),
    "zh": (
        "小米在香港上市\n\n2018年7月9日，小米在香港上市，融资47亿美元。\n\n小米成立于2010年4月。",
        {("investment", "2018-07-09"), ("launch", "2010-04")},
    ),
}


@pytest.mark.parametrize("language", list(_ARTICLES))
def test_an_article_gives_its_events(language: str) -> None:
    text, expected = _ARTICLES[language]
    found = read(text, None, language="")
    assert found.article.language == language
    assert {(m.kind, m.when.edtf) for m in found.mentions if m.when} >= expected
    assert not found.article.warnings
    for mention in found.mentions:
        assert mention.quote == text[mention.span.start : mention.span.end]
        assert all(text[d.span.start : d.span.end] == d.text for d in mention.dates)


def test_the_account_says_where_kinds_are_not_told() -> None:
    found = read("A fábrica abriu em 3 de março de 2019 em Lisboa.", language="pt")
    (mention,) = found.mentions
    assert found.article.warnings == (
        "kinds of events are not told in Portuguese: each dated sentence is shown as “other”",
    )
    assert (mention.kind, mention.countries) == ("other", ("PT",))
    assert BORDERLINE <= mention.confidence <= 0.6


def test_an_english_article_with_a_german_quote_stays_english() -> None:
    found = read(
        "Siemens opened a plant in Poland on 3 March 2014. The chief of the company said that it would hire "
        "more people this year, and that the town was good. He said: “Wir werden im Mai 2014 liefern.”",
        language="",
    )
    assert (found.article.language, found.article.warnings) == ("en", ())
    assert found.mentions[0].kind == "launch"


def test_dates_with_a_clause_each_are_two_mentions() -> None:
    found = read("SAP kaufte 2010 Sybase und verkaufte 2012 die Tochter Litmos.", language="de")
    assert [m.when.edtf for m in found.mentions if m.when] == ["2010", "2012"]
    parties = [{p.name for p in m.parties if p.type is PartyType.COMPANY} for m in found.mentions]
    assert "Sybase" in parties[0]
    assert "Litmos" in parties[1]


@pytest.mark.parametrize("language", ["de", "zh", "th", "ar", "xx", "ru", ""])
@pytest.mark.parametrize("text", ["", " \n", "。！？", "1" * 300, "2019", "(((", "\ufffd" * 20])
def test_odd_texts_make_no_error(language: str, text: str) -> None:
    found = read(text, language=language)
    assert found.article.published_source is DateSource.GIVEN
