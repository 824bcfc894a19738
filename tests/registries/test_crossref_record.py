"""Crossref's JSON in our terms, however odd it is."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.errors import ServiceError
from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Origin, Via, Work, WorkDate
from evidence.registries.crossref_record import envelope, message_of, readable, work_from
from shared_data import shared_file

ORIGIN = Origin("Crossref", Via.NETWORK, datetime(2026, 11, 22, tzinfo=UTC))


def work(**members: object) -> Work:
    names = {name.replace("_", "-"): value for name, value in members.items()}
    return work_from({"DOI": "10.1234/X"} | names, ORIGIN)


def test_a_whole_record() -> None:
    record = {
        "DOI": "10.1234/X",
        "type": "journal-article",
        "title": ["Placebo <i>lozenges</i> &amp; hiccups "],
        "original-title": ["Pastilles"],
        "subtitle": ["A trial"],
        "author": [
            {"given": "Ada", "family": "Quill", "suffix": "Jr.", "sequence": "first"},
            {"name": "The Hiccup Group", "sequence": "additional"},
        ],
        "editor": [{"given": "E", "family": "Ditor"}],
        "container-title": ["Journal of Imaginary Medicine"],
        "short-container-title": ["J Imag Med"],
        "event": {"name": "Hiccup 2019", "start": {"date-parts": [[2019, 2, 1]]}},
        "published-print": {"date-parts": [[2019, 3]]},
        "published-online": {"date-parts": [[2018, 12, 14]]},
        "issued": {"date-parts": [[2018, 12, 14]]},
        "posted": {"date-parts": [[2018]]},
        "journal-issue": {"issue": "3", "published-print": {"date-parts": [[2019, 4]]}},
        "volume": "12",
        "issue": "3",
        "page": "101-109",
        "article-number": "e7",
        "publisher": "Nowhere Press",
        "aliases": ["10.4321/OLD"],
    }
    assert work_from(record, ORIGIN) == Work(
        doi=Doi("10.1234/x"),
        type="journal-article",
        titles=("Placebo <i>lozenges</i> &amp; hiccups", "Pastilles"),
        origin=ORIGIN,
        subtitles=("A trial",),
        authors=(Name("Quill", "Ada", "Jr."), Name("The Hiccup Group", is_group=True)),
        editors=(Name("Ditor", "E"),),
        dates=(
            WorkDate(DateKind.PRINT, 2019, 3),
            WorkDate(DateKind.ONLINE, 2018, 12, 14),
            WorkDate(DateKind.ISSUED, 2018, 12, 14),
            WorkDate(DateKind.POSTED, 2018),
            WorkDate(DateKind.ISSUE, 2019, 4),
            WorkDate(DateKind.EVENT, 2019, 2, 1),
        ),
        venues=("Journal of Imaginary Medicine", "J Imag Med", "Hiccup 2019"),
        volume="12",
        issue="3",
        pages="101-109",
        article_number="e7",
        publisher="Nowhere Press",
        aliases=(Doi("10.4321/old"),),
    )


def test_a_record_that_says_nothing_but_its_doi() -> None:
    assert work() == Work(Doi("10.1234/x"), "", (), ORIGIN)


@pytest.mark.parametrize(
    "record",
    [None, [], "10.1234/x", 7, {}, {"DOI": None}, {"DOI": "x"}, {"DOI": ["10.1234/x"]}],
)
def test_what_names_no_doi_is_no_record(record: object) -> None:
    with pytest.raises(ServiceError, match=r"^a record should "):
        work_from(record, ORIGIN)


def test_a_hand_made_record_says_so() -> None:
    assert work(source="hand-made").origin.hand_made
    assert not work(source="Crossref").origin.hand_made


def test_titles_come_in_odd_shapes() -> None:
    assert work(title="Alone").titles == ("Alone",)
    assert work(title=[" ", None, "Real", "Real"], original_title=None).titles == ("Real",)
    assert work(title=[["nested"], {}, 7]).titles == ("7",)


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert work(title=["a\ud800b"]).title == "a?b"


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"family": "Quill"}, Name("Quill")),
        ({"given": "Plato"}, Name("Plato")),
        ({"family": " van den Oord ", "given": "A."}, Name("van den Oord", "A.")),
        ({"name": "GTEx Consortium"}, Name("GTEx Consortium", is_group=True)),
        ({"name": "Q. Uill", "family": "Quill", "given": "Q."}, Name("Quill", "Q.")),
    ],
)
def test_people_and_groups(person: dict[str, str], name: Name) -> None:
    assert work(author=[person]).authors == (name,)


def test_who_has_no_name_is_left_out() -> None:
    people = [{"sequence": "first"}, None, "Quill", {"family": None}, {"family": "Marrow"}]
    assert work(author=people).authors == (Name("Marrow"),)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([[2018, 11, 3]], (2018, 11, 3)),
        ([["2018", "11"]], (2018, 11, None)),
        ([[2018, 13, 3]], (2018, None, None)),
        ([[2018, None, 3]], (2018, None, None)),
        ([[2018, 2, 99]], (2018, 2, None)),
        ([2018], (2018, None, None)),
    ],
)
def test_dates_as_far_as_they_go(
    parts: object, expected: tuple[int, int | None, int | None]
) -> None:
    assert work(issued={"date-parts": parts}).dates == (WorkDate(DateKind.ISSUED, *expected),)


@pytest.mark.parametrize(
    "value",
    [
        *(None, [], {}, {"date-parts": None}, {"date-parts": [[None]]}, {"date-parts": [[]]}),
        *({"date-parts": [[year]]} for year in (0, 17, 99999, "soon", True, -2018, [2018])),
    ],
)
def test_what_is_no_date_is_none(value: object) -> None:
    assert work(issued=value).dates == ()


def test_the_issue_is_found_in_the_journal_issue_too() -> None:
    assert work(journal_issue={"issue": "4"}).issue == "4"
    assert work(issue="3", journal_issue={"issue": "4"}).issue == "3"


def test_numbers_count_as_text() -> None:
    assert work(volume=12).volume == "12"


def test_dois_are_read_also_as_addresses() -> None:
    aliases = ["https://doi.org/10.4321/A", "10.4321/b", "nonsense", None, 7]
    assert work(aliases=aliases).aliases == (Doi("10.4321/a"), Doi("10.4321/b"))


def test_what_is_no_record_is_left_out_of_a_list() -> None:
    good = {"DOI": "10.1234/x"}
    assert [record for _, record in readable([None, good, {}], ORIGIN)] == [good]


def test_an_envelope_gives_back_its_message() -> None:
    assert message_of(envelope("work", {"DOI": "x"})) == {"DOI": "x"}
    assert message_of([]) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
MEMBERS = st.sampled_from(
    [
        *("title", "original-title", "subtitle", "author", "editor", "container-title", "event"),
        *("issued", "published-print", "posted", "journal-issue", "volume", "updated-by"),
        *("update-to", "aliases", "type", "source", "page", "relation"),
    ]
)
INNER = st.sampled_from(
    [
        "date-parts",
        "family",
        "given",
        "name",
        "suffix",
        "DOI",
        "type",
        "source",
        "updated",
        "start",
        "is-version-of",
        "id",
        "id-type",
    ]
)
SHAPED = st.recursive(
    JSON, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(INNER, inner, max_size=3)
)


@settings(max_examples=60)
@given(st.dictionaries(MEMBERS, SHAPED, max_size=5))
def test_no_shape_of_a_record_is_too_odd(members: dict[str, object]) -> None:
    found = work_from(members | {"DOI": "10.1234/x"}, ORIGIN)
    repr(found).encode()  # nothing in it that no output could encode


@settings(max_examples=40)
@given(JSON)
def test_whatever_is_no_record_is_refused_in_our_words(value: object) -> None:
    with pytest.raises(ServiceError, match=r"^a record should "):
        work_from({"DOI": value}, ORIGIN)
    with pytest.raises(ServiceError, match=r"^a record should "):
        work_from([value], ORIGIN)


def test_real_records_can_all_be_read() -> None:
    path = shared_file(Path("crossref/works.jsonl.gz"))
    read = 0
    for line in gzip.decompress(path.read_bytes()).splitlines():
        record = json.loads(line)
        found = work_from(record, ORIGIN)
        assert found.doi.name == record["DOI"].strip().lower()
        assert bool(found.titles) == any(
            text.strip()
            for text in (record.get("title") or []) + (record.get("original-title") or [])
        )
        read += 1
    assert read > 5000


def test_the_day_of_registration_is_a_date_but_no_year_of_publication() -> None:
    record = {
        "DOI": "10.1234/a",
        "created": {"date-parts": [[2018, 6, 7]]},
        "published-print": {"date-parts": [[2019]]},
    }
    work = work_from(record, ORIGIN)
    assert WorkDate(DateKind.CREATED, 2018, 6, 7) in work.dates
    assert work.year == 2019


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, ""),
        (["x"], ""),
        ("Iron fell.", "Iron fell."),
        (
            "<jats:title>Abstract</jats:title><jats:sec><jats:title>Results</jats:title>"
            "<jats:p>Iron &lt; 5.</jats:p></jats:sec>",
            "Results: Iron < 5.",
        ),
    ],
)
def test_the_abstract_is_plain_text(written: object, expected: str) -> None:
    assert work(abstract=written).abstract == expected
