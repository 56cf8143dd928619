"""The publication date that texts in other languages give."""

import pytest

from explorer.extract.published import infer

BODY = "\n\nEs geschah am 3. Mai 2011, sagte er."


@pytest.mark.parametrize(
    ("language", "text", "edtf", "why"),
    [
        ("de", "Neue Brücke\n\nMontag, 30.11.2020 15:49 Uhr" + BODY, "2020-11-30T15:49", "from the line"),
        ("de", "Neue Brücke\n15. September 2020" + BODY, "2020-09-15", "from the line"),
        ("de", "Lübstadt, 16. September 2020. Der Rat tagte." + BODY, "2020-09-16", "from the dateline"),
        ("de", "Veröffentlicht am 16.09.2020 von Anke Holm" + BODY, "2020-09-16", "from “Veröffentlicht am”"),
        ("fr", "Le pont\nPublié le 12 mai 2020\n\nHier, il a plu.", "2020-05-12", "from “Publié le”"),
        ("fr", "Paris, le 3 avril 2020 – Le ministre a parlé.", "2020-04-03", "from the dateline"),
        ("es", "Santa Clara, 3 de junio de 2019. El puerto abrirá.", "2019-06-03", "from the dateline"),
        ("es", "Publicado: 3 de junio de 2019\n\nEl puerto abrirá.", "2019-06-03", "from “Publicado:”"),
        ("pt", "Publicado em 12/05/2020\n\nO porto abrirá.", "2020-05-12", "from “Publicado em”"),
        ("it", "Roma, 3 aprile 2020 - Il ministro ha parlato.", "2020-04-03", "from the dateline"),
        ("id", "Diterbitkan: 3 April 2020\n\nPelabuhan dibuka.", "2020-04-03", "from “Diterbitkan:”"),
        ("ru", "Открыт мост\n16 сентября 2020 года\n\nМэр выступил.", "2020-09-16", "from the line"),
        ("ru", "Опубликовано 16.09.2020\n\nМэр выступил.", "2020-09-16", "from “Опубликовано”"),
    ],
)
def test_the_date_that_a_text_bears_is_its_publication(language: str, text: str, edtf: str, why: str) -> None:
    found = infer(text, language=language)
    assert (found.edtf, found.why[: len(why)]) == (edtf, why)
    assert found.span is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. Mai 2011 begann der Krieg, 2014 endete er."),
        ("fr", "Il est né le 3 mai 1911 et mort en 2014."),
        ("es", "Gestern\n\nmayo de 2019"),
    ],
)
def test_a_date_of_the_story_is_not_its_publication(language: str, text: str) -> None:
    assert infer(text, language=language).edtf is None
