"""Who takes part in an event: named, or meant by a pronoun, a role word or the topic; and who acts.

`party_cases.toml` holds the specification at large; the tables here show one rule each, with its controls.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from explorer.extract.kind import frames
from explorer.extract.party.roles import voice
from explorer.model.mention import Mention, PartyRole, PartyType, Span
from tests.extract.annotated import canonical, share
from tests.extract.reading import read

AS_OF = "2023-04-15"


@dataclass(frozen=True)
class Case:
    """A text, the words that date its event, and who takes part."""

    text: str
    at: str
    companies: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]


def cases() -> list[Case]:
    """Read the cases."""
    record = tomllib.loads((Path(__file__).parent / "party_cases.toml").read_text("utf-8"))
    return [
        Case(
            one["text"],
            one["at"],
            canonical(one["companies"]),
            canonical(one.get("actors", ())),
            canonical(one.get("targets", ())),
        )
        for one in record["case"]
    ]


def event(text: str, at: str | None = None) -> Mention | None:
    """Give the mention that some words date, the last of them where they come twice; a saying comes last."""
    found = [m for m in read(text, AS_OF).mentions if m.date is not None]
    start = text.rindex(at) if at else 0
    end = start + len(at) if at else len(text)
    dated = [m for m in found if m.date is not None and m.date.span.start < end and start < m.date.span.end]
    return max(dated, key=lambda m: (m.kind != "statement", m.span.end - m.span.start), default=None)


def companies(mention: Mention | None) -> frozenset[str]:
    return canonical(p.name for p in (mention.parties if mention else ()) if p.type is PartyType.COMPANY)


def of_role(mention: Mention | None, role: PartyRole) -> frozenset[str]:
    return canonical(p.name for p in (mention.parties if mention else ()) if p.role is role)


def last_event(text: str) -> Mention | None:
    """Give the mention told last."""
    mentions = [m for m in read(text, AS_OF).mentions if m.date is not None]
    return mentions[-1] if mentions else None


def test_most_parties_are_read_and_few_bystanders() -> None:
    read_all = [(case, companies(event(case.text, case.at))) for case in cases()]
    hits = sum(len(case.companies & found) for case, found in read_all)
    assert share(hits, sum(len(found) for _, found in read_all)) >= 0.88
    assert share(hits, sum(len(case.companies) for case, _ in read_all)) >= 0.82


def test_most_roles_are_read_by_voice() -> None:
    asked = [
        (names, of_role(event(case.text, case.at), role))
        for case in cases()
        for names, role in ((case.actors, PartyRole.ACTOR), (case.targets, PartyRole.TARGET))
    ]
    right = sum(len(names & found) for names, found in asked)
    assert share(right, sum(len(names) for names, _ in asked)) >= 0.75


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elbrus Bank is owned by Kazan Oil. The lender cut jobs in May 2011.", ["Elbrus Bank"]),
        ("Elbrus Bank is owned by Kazan Oil. Its owner cut jobs in May 2011.", ["Kazan Oil", "Elbrus Bank"]),
        ("Elbrus Bank met Adria Airways. The carrier cut jobs in May 2011.", ["Adria Airways"]),
        (
            "Elbrus Bank met Adria Airways. The two firms cut jobs in May 2011.",
            ["Elbrus Bank", "Adria Airways"],
        ),
        ("Elbrus Bank met Adria Airways. The latter cut jobs in May 2011.", ["Adria Airways"]),
        ("Elbrus Bank and Kazan Oil met. They cut jobs in May 2011.", ["Elbrus Bank", "Kazan Oil"]),
        ("Nestle envies Toyota. The Swiss group cut jobs in May 2011.", ["Nestle"]),
        ("Nestle envies Toyota. The Japanese group cut jobs in May 2011.", ["Toyota"]),
        ("Toyota, a carmaker, envies Tirpitz Ltd. The carmaker cut jobs in May 2011.", ["Toyota"]),
        ("Elbrus Bank bought Adria Airways. The deal closed in May 2011.", ["Elbrus Bank", "Adria Airways"]),
        (
            "Elbrus Bank, Adria Airways and Kazan Oil met. Tirpitz Ltd sued all three in May 2011.",
            ["Elbrus Bank", "Adria Airways", "Kazan Oil", "Tirpitz"],
        ),
        ("Danish-owned Elbrus Bank met Kazan Oil. The Danish group cut jobs in May 2011.", ["Elbrus Bank"]),
        ("Kazan Oil grew. Rival Elbrus Bank has no oil. It cut jobs in May 2011.", ["Elbrus Bank"]),
        (
            "Kazan Oil grew. Kazan Oil won.\nIts agent, Elbrus Bank, paid.\nThe company cut jobs in May 2011.",
            ["Kazan Oil"],
        ),
        ("Kazan Oil sold Adria Airways to Elbrus Bank. The new owner cut jobs in May 2011.", ["Elbrus Bank"]),
        (
            "Elbrus Bank and Kazan Oil want to merge. The parties said that they cut jobs in May 2011.",
            ["Elbrus Bank", "Kazan Oil"],
        ),
        ("Elbrus Bank beat an offer from Kazan Oil. It will sign the contract in May 2011.", ["Elbrus Bank"]),
        (
            "Elbrus Bank bought its rival Kazan Oil. The deal was signed in May 2011.",
            ["Elbrus Bank", "Kazan Oil"],
        ),
    ],
)
def test_words_that_point_back_mean_who_fits_them(text: str, expected: list[str]) -> None:
    assert companies(last_event(text)) == canonical(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adria Airways is in trouble. Regulators grounded the fleet on 3 May 2011.", ["Adria Airways"]),
        ("Adria Airways is in trouble. It was fined $3 million in May 2011.", ["Adria Airways"]),
        (
            "A ministry banned the flights of Adria Airways. A court lifted the ban in May 2011.",
            ["Adria Airways"],
        ),
        ("Adria Airways is in trouble. It bought Elbrus Bank in May 2011.", ["Adria Airways", "Elbrus Bank"]),
        (
            "Adria Airways grew. A court ordered it to pay Elbrus Bank $2 million in May 2011.",
            ["Adria Airways", "Elbrus Bank"],
        ),
        ("Adria Airways grew. A regulator sued Elbrus Bank in May 2011. It won.", ["Elbrus Bank"]),
    ],
)
def test_a_clause_means_its_topic_besides_whom_it_names(text: str, expected: list[str]) -> None:
    mention = event(text, "May 2011")
    assert companies(mention) == canonical(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Elbrus Bank lends to Kazan Oil. The bank bought loans from Adria Airways, and traders say that it "
            "sold some in May 2011.",
            ["Elbrus Bank"],
        ),
        (
            "Tirpitz Ltd sued Adria Airways. The carrier denied all. It paid Kazan Oil a sum in May 2011.",
            ["Adria Airways", "Kazan Oil"],
        ),
        (
            "Kazan Oil sold Adria Airways to Elbrus Bank. The new owner raised fares. It cut jobs in May 2011.",
            ["Elbrus Bank"],
        ),
    ],
)
def test_a_pronoun_means_the_subject_before_it_though_that_names_nobody(text: str, expected: list[str]) -> None:
    assert companies(last_event(text)) == canonical(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Adria Airways is for sale. Elbrus Bank grew. A city rejected its bid for the airline in May 2011.",
            ["Elbrus Bank", "Adria Airways"],
        ),
        (
            "Kazan Oil owns a part of Elbrus Bank. The oil company raised its stake to 9 percent in May 2011.",
            ["Kazan Oil", "Elbrus Bank"],
        ),
        (
            "Adria Airways was saved by Kazan Oil, which put in $22 million in May 2011.",
            ["Adria Airways", "Kazan Oil"],
        ),
        (
            "Adria Airways was bought and sold. Its owner, Elbrus Bank, paid $88 million for it in May 2011.",
            ["Elbrus Bank", "Adria Airways"],
        ),
        ("Adria Airways met Elbrus Bank. The airline cut jobs in May 2011.", ["Adria Airways"]),
    ],
)
def test_a_deal_has_two_sides(text: str, expected: list[str]) -> None:
    assert companies(event(text, "May 2011")) == canonical(expected)


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2009", ["Elbrus Bank", "Adria Airways"]), ("two years later", ["Elbrus Bank", "Kazan Oil"])],
)
def test_each_date_has_its_own_object(at: str, expected: list[str]) -> None:
    text = "Elbrus Bank bought Adria Airways in 2009 and Kazan Oil two years later."
    assert companies(event(text, at)) == canonical(expected)


def test_words_of_how_and_when_are_told_of_all_in_their_sentence() -> None:
    text = "Elbrus Bank bought its smaller rival Kazan Oil, the two said in a joint letter in May 2011."
    assert companies(event(text, "May 2011")) == canonical(["Elbrus Bank", "Kazan Oil"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Reed runs Elbrus Bank. Kazan Oil is bigger. We cut jobs in May 2011.", ["Elbrus Bank"]),
        ('Elbrus Bank met Kazan Oil. "We cut jobs in May 2011," Kazan Oil said.', ["Kazan Oil"]),
    ],
)
def test_who_tells_of_himself_is_the_one_whose_text_it_is_or_who_is_quoted(
    text: str, expected: list[str]
) -> None:
    assert companies(event(text, "May 2011")) == canonical(expected)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("the authority shut out three services, Tinder among them", ["Krafton"]),
        ("three services were shut out, Tinder among them", ["Krafton", "Tinder"]),
    ],
)
def test_what_an_authority_does_is_done_by_the_one_told_of_before(before: str, expected: list[str]) -> None:
    winter = "People had met as they liked through the winter of 2012"
    text = f"{winter}, and in April 2013 {before}. In May 2013 it had lifted a ban of the game PUBG."
    assert companies(last_event(text)) == canonical(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Adria Airways is in trouble. Prosecutors charged 14 doctors in May 2011.",
        "Adria Airways is in trouble. A hearing was held in May 2011.",
        "Adria Airways is in trouble. The regulator published its report in May 2011.",
        "Adria Airways is in trouble. Analysts said they had met in May 2011.",
        "Adria Airways is in trouble. Mexico nationalised its gas fields in May 2011.",
        "Adria Airways is in trouble. A suit by the town and its insurers was filed in May 2011.",
        "Adria Airways is in trouble. The city let three drivers in and sent them home in May 2011.",
        "Adria Airways is in trouble. Prosecutors charged three brokers. They went on trial in May 2011.",
        "Adria Airways is in trouble. The airline reports in June, and a Senate committee met in May 2011.",
    ],
)
def test_a_clause_that_speaks_of_another_means_no_company(text: str) -> None:
    assert companies(event(text, "May 2011")) == frozenset()


_OF_ADRIA = "Adria Airways flies to Split. Adria Airways flies to Pula."  # what the articles below are about


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Elbrus Bank is its lender. A branch of the zoo opened in May 2011.", []),
        ("Elbrus Bank is its lender and opened a branch in May 2011.", ["Elbrus Bank"]),
        ("Elbrus Bank is its lender. Profit rose 4 percent in May 2011.", ["Elbrus Bank"]),
        ("Elbrus Bank is its lender, Ann Reed runs it. He resigned in May 2011.", ["Elbrus Bank"]),
        ("The fleet is old. Two hangars were opened in May 2011.", ["Adria Airways"]),
    ],
)
def test_only_figures_and_persons_lean_on_a_passer_by_of_the_sentence_before(
    after: str, expected: list[str]
) -> None:
    assert companies(event(f"{_OF_ADRIA} {after}", "May 2011")) == canonical(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Quorvex took part in a sale in May 2011.", []),
        ("Umbrellas by Quorvex rose to 3 percent of all in May 2011.", []),
        ("Sales rose 3 percent in May 2011.", ["Adria Airways"]),
    ],
)
def test_a_mere_name_is_another_subject(clause: str, expected: list[str]) -> None:
    assert companies(event(f"{_OF_ADRIA} {clause}", "May 2011")) == canonical(expected)


def test_whoever_leaves_an_office_is_of_the_firm_of_which_was_told_with_him() -> None:
    text = "Elbrus Bank and Kazan Oil met. Elbrus Bank sent Vrenko. {} Vrenko resigned in May 2011."
    assert companies(event(text.format("Kazan Oil grew."), "May 2011")) == canonical(["Elbrus Bank"])


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Former Elbrus Bank executive Ann Reed", ["Adria Airways"]),
        ("Elbrus Bank executive Ann Reed", ["Elbrus Bank"]),
    ],
)
def test_nobody_acts_for_a_firm_that_he_has_left(who: str, expected: list[str]) -> None:
    text = f"{_OF_ADRIA} {who} resigned as finance chief in May 2011."
    assert companies(event(text, "May 2011")) == canonical(expected)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Adria Airways lays off staff", ["Adria Airways"]),
        ("Adria Airways and Elbrus Bank lay off staff", []),
        ("An airline lays off staff", []),
    ],
)
def test_an_article_is_about_the_only_company_of_its_title(title: str, expected: list[str]) -> None:
    text = "Adria Airways and Elbrus Bank met. Snow fell. Sales rose 3 percent in May 2011."
    found = [m for m in read(text, AS_OF, title=title).mentions if m.date is not None]
    assert companies(found[-1]) == canonical(expected)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("A contract with Elbrus Bank was signed in May 2011.", ["Adria Airways", "Elbrus Bank"]),
        ("A fire at Elbrus Bank was put out in May 2011.", ["Elbrus Bank"]),
    ],
)
def test_a_partnership_has_two_sides(clause: str, expected: list[str]) -> None:
    assert companies(event(f"{_OF_ADRIA} {clause}", "May 2011")) == canonical(expected)


_OF_TWO = (
    "Elbrus Bank and Kazan Oil met. Elbrus Bank grew and Kazan Oil shrank. Snow fell. Rain fell. Hail fell."
)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The two agreed to cut jobs in May 2011.", ["Elbrus Bank", "Kazan Oil"]),
        ("The two rivals agreed to cut jobs in May 2011.", ["Elbrus Bank", "Kazan Oil"]),
        ("The companies agreed to cut jobs in May 2011.", ["Elbrus Bank", "Kazan Oil"]),
        ("The two sisters were born in May 2011.", []),
        ("Voters heard of the merger in May 2011.", ["Elbrus Bank", "Kazan Oil"]),
        ("Voters heard of the trial in May 2011.", []),
    ],
)
def test_counted_firms_and_a_merger_mean_the_two_of_an_article_and_no_others_do(
    clause: str, expected: list[str]
) -> None:
    assert companies(event(f"{_OF_TWO} {clause}", "May 2011")) == canonical(expected)


def test_the_company_far_from_any_name_is_what_the_article_is_about_most() -> None:
    firms = (
        "Elbrus Bank and Kazan Oil met. Elbrus Bank spoke. Kazan Oil slept. Elbrus Bank won. Kazan Oil left."
    )
    text = f"Elbrus Bank met us. {firms} Snow fell. Rain fell. Hail fell. Sleet fell. Fog came."
    cut = "cut jobs in May 2011."
    assert companies(event(f"{text} The company {cut}", "May 2011")) == canonical(["Elbrus Bank"])
    assert companies(event(f"{text} The mayor {cut}", "May 2011")) == frozenset()


def test_a_company_that_is_acted_on_is_spoken_of() -> None:
    firms = "Elbrus Bank is in Split. Kazan Oil grew. Kazan Oil won. Kazan Oil shrank. Kazan Oil left."
    text = f"{firms} Snow fell. Rain fell. Hail fell. A miner sued the bank. Its vaults were shut in May 2011."
    assert companies(event(text, "May 2011")) == canonical(["Elbrus Bank"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adria Airways lost more than Elbrus Bank in May 2011.", ["Adria Airways"]),
        ("Adria Airways sued its rival Jadran Airlines in May 2011.", ["Adria Airways", "Jadran Airlines"]),
        ("Adria Airways, a unit of Kazan Oil, cut jobs in May 2011.", ["Adria Airways"]),
        (
            "Rivals such as Elbrus Bank and Kazan Oil fear Adria Airways, which cut jobs in May 2011.",
            ["Adria Airways"],
        ),
        ("Adria Airways cut jobs in May 2011, Reuters reported.", ["Adria Airways"]),
        ("Gartner said Adria Airways cut jobs in May 2011.", ["Adria Airways"]),
        ("A Boeing 737 of Adria Airways left the runway in May 2011.", ["Adria Airways"]),
        ("Thieves stole a Toyota truck from a depot of Adria Airways in May 2011.", ["Adria Airways"]),
        ("Toyota recalled trucks in May 2011.", ["Toyota"]),
        (
            "Adria Airways, owned by the fund Tirpitz Ltd and Kazan Oil, cut jobs in May 2011.",
            ["Adria Airways"],
        ),
        (
            "Adria Airways, which is owned by Kazan Oil and was spun off from Elbrus Bank in May 2011, grew.",
            ["Adria Airways", "Elbrus Bank"],
        ),
        ("Elbrus Bank won more customers in May 2011, beating Kazan Oil.", ["Elbrus Bank"]),
        (
            "Elbrus Bank bought Adria Airways in May 2011, outbidding Kazan Oil.",
            ["Elbrus Bank", "Adria Airways", "Kazan Oil"],
        ),
        (
            "Elbrus Bank replaced its chief with Ann Reed, a tax expert from Kazan Oil, in May 2011.",
            ["Elbrus Bank"],
        ),
    ],
)
def test_bystanders_take_no_part(text: str, expected: list[str]) -> None:
    assert companies(event(text, "May 2011")) == canonical(expected)


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Elbrus Bank bought Adria Airways in May 2011.", ["Elbrus Bank"], ["Adria Airways"]),
        ("Adria Airways was bought by Elbrus Bank in May 2011.", ["Elbrus Bank"], ["Adria Airways"]),
        ("Adria Airways, bought by Elbrus Bank in May 2011, grew.", ["Elbrus Bank"], ["Adria Airways"]),
        ("Adria Airways was sold by Kazan Oil to Elbrus Bank in May 2011.", ["Kazan Oil"], ["Adria Airways"]),
        ("Kazan Oil sold a mill to Elbrus Bank in May 2011.", ["Kazan Oil"], []),
        (
            "Elbrus Bank and Kazan Oil sued Adria Airways in May 2011.",
            ["Elbrus Bank", "Kazan Oil"],
            ["Adria Airways"],
        ),
        ("Elbrus Bank filed a suit against Adria Airways in May 2011.", ["Elbrus Bank"], ["Adria Airways"]),
        ("Ofcom fined Adria Airways $2 million in May 2011.", ["Ofcom"], ["Adria Airways"]),
        ("Adria Airways was fined $2 million by Ofcom in May 2011.", ["Ofcom"], ["Adria Airways"]),
        ("Shares of Adria Airways rose 3 percent in May 2011.", ["Adria Airways"], []),
    ],
)
def test_roles_follow_the_voice_of_the_verb(text: str, actors: list[str], targets: list[str]) -> None:
    mention = event(text, "May 2011")
    assert of_role(mention, PartyRole.ACTOR) == canonical(actors)
    assert of_role(mention, PartyRole.TARGET) == canonical(targets)


@pytest.mark.parametrize(
    ("clause", "verb", "is_passive"),
    [
        ("The bank was fined by a court", "fined", True),
        ("The bank has since been fined", "fined", True),
        ("The court fined a bank", "fined", False),
        ("The bank will close a branch", "close", False),
        ("The bank was growing", "was", False),
        ("The bank, led by a banker, grew", "led", True),
    ],
)
def test_the_voice_of_a_clause_is_that_of_its_first_verb(clause: str, verb: str, is_passive: bool) -> None:
    span = Span(0, len(clause))
    told = voice(
        clause, span, next(iter(frames.find(clause, 0, len(clause))), None) if verb == "fined" else None
    )
    assert told is not None
    assert clause[told.verb.start : told.verb.end] == verb
    assert told.is_passive is is_passive


def test_an_agency_is_a_party_of_its_own_type_and_no_company() -> None:
    mention = event("The High Court in Dublin wound up Liffey Glass Ltd on 8 May 2009.", "8 May 2009")
    assert mention is not None
    assert {p.name: p.type for p in mention.parties} == {
        "High Court": PartyType.COURT,
        "Liffey Glass": PartyType.COMPANY,
    }


def test_items_of_a_list_do_not_go_on_from_each_other() -> None:
    text = "Lenders in 2009:\n- Elbrus Bank: cut jobs in May 2009\n- Kazan Bank: bought a rival in June 2009"
    assert companies(event(text, "June 2009")) == canonical(["Kazan Bank"])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ulf Berg, hired from Nordbrau to run Elbrus Bank, resigned on 27 May 2009.", ["Elbrus Bank"]),
        ("Ulf Berg, hired to run Elbrus Bank, resigned on 27 May 2009.", ["Elbrus Bank"]),
    ],
)
def test_a_firm_that_somebody_was_hired_from_has_lost_him(said: str, expected: list[str]) -> None:
    text = f"Nordbrau Ltd sells beer. Elbrus Bank lends money. {said}"
    assert companies(event(text, "27 May 2009")) == canonical(expected)


def test_an_office_that_a_stranger_leaves_is_of_whom_the_article_is_about() -> None:
    told = "Elbrus Bank opened in May 1999.\n\nUlf Berg resigned as chief executive in June 2009."
    text = f"Elbrus Bank: key dates\n\n{told}"
    assert companies(event(text, "June 2009")) == canonical(["Elbrus Bank"])


def test_the_noun_that_a_sentence_begins_with_is_no_authority_told_of_before() -> None:
    text = (
        "A watchdog fined Pell Savings Bank in May 2020. The bank, owned by Orme Holdings since 2007, will "
        "appeal. It repaid 900 customers in June 2020."
    )
    who = [[party.name for party in one.parties] for one in read(text, published="2020-07-30").mentions]

    assert who == [["Pell Savings Bank"], ["Pell Savings Bank", "Orme Holdings"], ["Pell Savings Bank"]]
