"""DataCite's records in our terms."""

import copy
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evidence.errors import ServiceError
from evidence.model.doi import Doi
from evidence.model.work import DateKind, Name, Origin, Relation, Update, Via, Work, WorkDate
from evidence.registries.datacite_record import work_from

RECORDS = Path(__file__).parents[1] / "data" / "datacite.jsonl"
ORIGIN = Origin("DataCite", Via.NETWORK, None)
ANYTHING_ELSE: tuple[object, ...] = (
    None,
    0,
    True,
    -1.5,
    "",
    "\ud800",
    [],
    {},
    [None],
    [[]],
    [{}],
    {"a": []},
    "x\n",
)


def records() -> dict[str, Any]:
    lines = RECORDS.read_text(encoding="utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def work(**attributes: object) -> Work:
    """The work of a record with these attributes."""
    return work_from({"data": {"id": "10.5281/a", "attributes": attributes}}, ORIGIN)


def creators(*given: dict[str, str], doi: str = "10.5281/a") -> tuple[Name, ...]:
    return work(doi=doi, creators=list(given)).authors


def related(kind: str, *related: tuple[str, str]) -> Work:
    """The work of this type, which is related so to these DOIs."""
    return work(
        types={"resourceTypeGeneral": kind},
        relatedIdentifiers=[
            {"relationType": said, "relatedIdentifier": doi, "relatedIdentifierType": "DOI"}
            for said, doi in related
        ],
    )


def test_a_preprint_on_arxiv() -> None:
    assert work_from({"data": records()["10.48550/arxiv.1234.56789"]}, ORIGIN) == Work(
        doi=Doi("10.48550/arxiv.1234.56789"),
        type="posted-content",
        titles=("Attention is not all a hiccup needs",),
        origin=Origin("DataCite", Via.NETWORK, None, hand_made=True),
        authors=(
            Name("Quill", "Ada"),
            Name("van der Ledge", "Cornelia"),
            Name("Hiccup Collaboration", is_group=True),
        ),
        dates=(
            WorkDate(DateKind.ISSUED, 2017),
            WorkDate(DateKind.POSTED, 2017, 6, 12),
            WorkDate(DateKind.POSTED, 2023, 8, 2),
            WorkDate(DateKind.ONLINE, 2017, 6),
            WorkDate(DateKind.CREATED, 2022, 2, 14),
        ),
        publisher="arXiv",
        relations=(Relation("is-preprint-of", Doi("10.1234/jim.2019.0001")),),
    )


def test_an_article_with_its_journal_editors_and_titles() -> None:
    found = work(
        doi="10.18727/0722-6691/5349",
        titles=[
            {"title": "Eine Übersetzung", "titleType": "TranslatedTitle", "lang": "de"},
            {"title": "The MAGPI Survey"},
            {"title": "Mapping Galaxies", "titleType": "Subtitle"},
            {"title": "MAGPI", "titleType": "AlternativeTitle"},
            {"title": "Something else", "titleType": "Other"},
        ],
        contributors=[
            {"name": "Drum, Ezra", "contributorType": "Editor"},
            {"name": "Host", "contributorType": "HostingInstitution"},
        ],
        container={
            "type": "Journal",
            "title": "The Messenger",
            "volume": "192",
            "issue": "3",
            "firstPage": "11",
            "lastPage": "15",
        },
        publisher={"name": "European Southern Observatory", "lang": "en"},
        types={"resourceTypeGeneral": "JournalArticle"},
    )
    assert found.titles == ("The MAGPI Survey", "MAGPI", "Eine Übersetzung")
    assert found.subtitles == ("Mapping Galaxies",)
    assert found.editors == (Name("Drum", "Ezra"),)
    assert (found.type, found.venues) == ("journal-article", ("The Messenger",))
    assert (found.volume, found.issue, found.pages) == ("192", "3", "11-15")
    assert found.publisher == "European Southern Observatory"


def test_the_item_that_the_work_is_published_in_counts_before_the_container() -> None:
    found = work(
        container={"title": "A collection", "volume": "99"},
        relatedItems=[
            {"relationType": "Cites", "titles": [{"title": "Not this"}]},
            {
                "relationType": "IsPublishedIn",
                "titles": [{"title": "A Series of Theses"}],
                "volume": "8",
                "number": "D-2048",
                "numberType": "Article",
                "firstPage": "101",
            },
        ],
    )
    assert (found.venues, found.volume, found.pages) == (("A Series of Theses",), "8", "101")
    assert found.article_number == "D-2048"


@pytest.mark.parametrize("kind", ["Dataset", "Software", "ComputationalNotebook"])
def test_what_holds_a_data_set_is_no_venue(kind: str) -> None:
    holder = {"title": "A repository", "volume": "1"}
    found = work(types={"resourceTypeGeneral": kind}, container=holder)
    assert (found.venues, found.volume) == ((), "")


@pytest.mark.parametrize(
    ("general", "ours"),
    [
        ("ConferencePaper", "proceedings-article"),
        ("BookChapter", "book-chapter"),
        ("Dissertation", "dissertation"),
        ("Text", "other"),
        ("PhysicalObject", "physical-object"),
        ("(:unav)", ""),
        ("", ""),
    ],
)
def test_types_are_in_crossrefs_words(general: str, ours: str) -> None:
    assert work(types={"resourceTypeGeneral": general}).type == ours


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        (
            {"name": "Garza, Kristian", "familyName": "Garza", "givenName": "K."},
            Name("Garza", "K."),
        ),
        ({"name": "Koumousi, Evangelia S."}, Name("Koumousi", "Evangelia S.")),
        ({"name": "Robert Haase", "nameType": "Personal"}, Name("Haase", "Robert")),
        ({"name": "Pierre", "nameType": "Personal"}, Name("Pierre")),
        ({"givenName": "Plato"}, Name("Plato")),
        # Without a comma and without a word on whose it is: taken whole.
        ({"name": "Nowhere Survey Team"}, Name("Nowhere Survey Team")),
        (
            {"name": "Survey, Geological", "nameType": "Organizational"},
            Name("Survey, Geological", is_group=True),
        ),
    ],
)
def test_names_of_creators(creator: dict[str, str], name: Name) -> None:
    assert creators(creator) == (name,)


@pytest.mark.parametrize("name", ["", "(:unav)", ":Unkn", "(:none) no creator"])
def test_nobody_is_no_creator(name: str) -> None:
    assert creators({"name": name}) == ()
    assert creators({"name": name, "nameType": "Organizational"}) == ()


def test_somebody_called_null_is_a_creator() -> None:
    assert creators({"familyName": "Null", "givenName": "Ada"}) == (Name("Null", "Ada"),)


def test_two_people_in_one_name_at_uci() -> None:
    # 10.24432/c5xw20 and 10.24432/c5f88q; beside them a name that looks like theirs.
    both = {"name": "C. Sakar, Yomi Kastro", "familyName": "C. Sakar", "givenName": "Yomi Kastro"}
    assert creators(both, doi="10.24432/c5f88q") == (Name("Sakar", "C."), Name("Kastro", "Yomi"))
    one = {"familyName": "García Márquez", "givenName": "Gabriel José"}
    assert creators(one) == (Name("García Márquez", "Gabriel José"),)
    assert creators({"name": "Kohavi, Ronny"}, doi="10.24432/c5xw20") == (Name("Kohavi", "Ronny"),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019", (2019, None, None)),
        ("2019-02", (2019, 2, None)),
        ("2019-02-01", (2019, 2, 1)),
        ("2004-03-02/2005-06-02", (2004, 3, 2)),
        ("2017-06-12T17:57:34Z", (2017, 6, 12)),
        ("2019-13", (2019, None, None)),
        ("20190", None),
        ("circa 2019", None),
        ("(:unav)", None),
    ],
)
def test_dates_in_several_forms(
    written: str, expected: tuple[int, int | None, int | None] | None
) -> None:
    found = work(dates=[{"date": written, "dateType": "Issued"}]).dates
    assert found == ((WorkDate(DateKind.ISSUED, *expected),) if expected else ())


def test_the_year_of_publication_comes_first_and_may_be_text() -> None:
    dates = [
        {"date": "2016-03-27", "dateType": "Issued"},
        {"date": "2011", "dateType": "Collected"},
        {"date": "1850/1900", "dateType": "Coverage"},
    ]
    assert work(publicationYear="2018", dates=dates).year == 2018
    assert len(work(publicationYear=2018, dates=dates).dates) == 2


def test_versions_elsewhere_of_a_preprint_are_its_article() -> None:
    # DataCite's guide: `isVersionOf` relates a preprint to the article at Crossref.
    found = related("Preprint", ("IsVersionOf", "10.1103/x"), ("IsPreviousVersionOf", "10.1016/y"))
    assert found.related("is-preprint-of") == (Doi("10.1103/x"), Doi("10.1016/y"))
    assert found.updates == ()


def test_versions_at_the_same_place_are_versions() -> None:
    # Zenodo: all versions together have a DOI too. And a copy of what is on arXiv is no article.
    zenodo = related("Preprint", ("IsVersionOf", "10.5281/b"), ("IsVersionOf", "10.48550/arxiv.1"))
    assert [r.type for r in zenodo.relations] == ["is-version-of", "is-version-of"]
    data = related("Dataset", ("IsVersionOf", "10.1103/x"), ("HasVersion", "10.5281/b"))
    assert [r.type for r in data.relations] == ["is-version-of", "has-version"]


def test_a_newer_version_is_an_update() -> None:
    found = related(
        "Dataset", ("IsPreviousVersionOf", "10.5281/b"), ("IsNewVersionOf", "10.5281/0")
    )
    assert found.updates == (Update("new-version", Doi("10.5281/b"), source="publisher"),)
    assert found.relations == (Relation("is-version-of", Doi("10.5281/0")),)


def test_other_relations_and_its_own_doi_say_nothing() -> None:
    found = related("Dataset", ("Cites", "10.5281/b"), ("IsVersionOf", "10.5281/A"))
    assert (found.relations, found.updates) == ((), ())
    by_address = {
        "relationType": "IsVersionOf",
        "relatedIdentifier": "https://github.com/x",
        "relatedIdentifierType": "URL",
    }
    assert work(relatedIdentifiers=[by_address]).relations == ()


@pytest.mark.parametrize(
    ("written", "day"), [("2020-05-04", date(2020, 5, 4)), ("2020", None), ("2020-02-31", None)]
)
def test_a_date_of_withdrawal_is_an_update(written: str, day: date | None) -> None:
    found = work(dates=[{"date": written, "dateType": "Withdrawn"}])
    assert found.updates == (Update("withdrawal", date=day, source="publisher"),)
    assert found.is_withdrawn


@pytest.mark.parametrize(
    "answer", [None, [], "x", {}, {"data": None}, {"data": []}, {"data": {"id": "10.5281/a"}}]
)
def test_what_is_no_record_is_refused(answer: object) -> None:
    with pytest.raises(ServiceError, match="should be an object that names its DOI"):
        work_from(answer, ORIGIN)


def test_a_record_without_a_doi_is_refused() -> None:
    with pytest.raises(ServiceError, match="names its DOI"):
        work_from({"data": {"attributes": {"titles": [{"title": "A"}]}}}, ORIGIN)


def test_any_part_may_be_missing() -> None:
    assert work() == Work(Doi("10.5281/a"), "", (), ORIGIN)


@pytest.mark.parametrize("odd", ANYTHING_ELSE)
@pytest.mark.parametrize("record", records().values(), ids=records())
def test_any_part_may_be_odd(record: dict[str, Any], odd: object) -> None:
    for attribute in record["attributes"]:
        if attribute != "doi":
            spoilt = copy.deepcopy(record)
            spoilt["attributes"][attribute] = odd
            found = work_from({"data": spoilt}, ORIGIN)
            assert found.doi == Doi(record["id"])
            repr(found).encode()


@pytest.mark.parametrize("odd", ANYTHING_ELSE)
def test_any_member_of_a_list_may_be_odd(odd: object) -> None:
    for record in records().values():
        for name, value in record["attributes"].items():
            members = value if isinstance(value, list) else []
            for member in members:
                for key in member if isinstance(member, dict) else ():
                    spoilt = {**record["attributes"], name: [{**member, key: odd}]}
                    found = work_from({"data": {"id": record["id"], "attributes": spoilt}}, ORIGIN)
                    repr(found).encode()


@pytest.mark.parametrize(
    ("descriptions", "expected"),
    [
        ([], ""),
        (None, ""),
        ([{"description": "v2: a figure added", "descriptionType": "Other"}], ""),
        ([{"description": "(:unav)", "descriptionType": "Abstract"}, 7], ""),
        ([{"description": "<p>Iron fell.</p>", "descriptionType": "Abstract"}], "Iron fell."),
        (
            [
                {"description": "Fer.", "descriptionType": "Abstract", "lang": "fr"},
                {"description": "Iron.", "descriptionType": "Abstract", "lang": "en"},
            ],
            "Iron.",
        ),
    ],
)
def test_the_abstract_is_plain_text(descriptions: object, expected: str) -> None:
    assert work(descriptions=descriptions).abstract == expected
