"""References made by hand: every status, and characters that mean something."""

from datetime import UTC, date, datetime

from evidence.model.doi import Doi
from evidence.model.place import Place
from evidence.model.reference import Field, Reference
from evidence.model.report import (
    ReferenceResult,
    Status,
)
from evidence.model.work import DateKind, Name, Origin, Update, Via, Work, WorkDate

STARTED = datetime(2026, 11, 22, 16, 40, 5, tzinfo=UTC)
RULES = "https://evidence.example/rules/"
MALFORMED = "https://doi.org/410.1093/annonc/mdy1424.1017"
AWKWARD = 'Effect of <b>IL-2</b> | TNF-α & "p < 0.05" *in vivo*: `x_1` #1 $5 naïve \\ [a](b) — 肿瘤'


def bib(line: int, column: int = 1) -> Place:
    return Place("references.bib", line, column)


def yaml(line: int, column: int = 5) -> Place:
    return Place("claims.yaml", line, column)


def names(*written: str) -> tuple[Name, ...]:
    parts = (text.partition(", ") for text in written)
    return tuple(Name(family, given) for family, _, given in parts)


def reference(key: str, line: int, *authors: str, et_al: bool = False, **texts: str) -> Reference:
    fields = tuple(
        Field(name, text, text, bib(line + number, 13))
        for number, (name, text) in enumerate(texts.items(), start=1)
    )
    return Reference(key, "article", fields, bib(line), authors=names(*authors), et_al=et_al)


def work(
    doi: str, title: str, origin: Origin, *authors: str, year: int = 2016, **parts: object
) -> Work:
    return Work(
        Doi(doi),
        "journal-article",
        (title,) if title else (),
        origin,
        authors=names(*authors),
        dates=(WorkDate(DateKind.PRINT, year),),
        **parts,  # type: ignore[arg-type]
    )


CACHED = Origin("crossref", Via.CACHE, datetime(2026, 11, 20, 8, 0, tzinfo=UTC))
ASKED = Origin("crossref", Via.NETWORK, STARTED)
DATACITE = Origin("datacite", Via.NETWORK, STARTED)
SNAPSHOT = Origin("crossref", Via.SNAPSHOT, datetime(2026, 9, 1, tzinfo=UTC))
HAND_MADE = Origin("crossref", Via.SNAPSHOT, None, hand_made=True)

MENICHINCHERI_TITLE = (
    "Discovery of Entrectinib: A New 3-Aminoindazole As a Potent Anaplastic Lymphoma Kinase (ALK), "
    "c-ros Oncogene 1 Kinase (ROS1), and Pan-Tropomyosin Receptor Kinases (Pan-TRKs) inhibitor"
)
MENICHINCHERI = (
    "Menichincheri, Maria",
    "Ardini, Elena",
    "Magnaghi, Paola",
    "Avanzi, Nilla",
    "Banfi, Patrizia",
    "Bossi, Roberto",
    "Buffa, Laura",
)


def verified() -> tuple[ReferenceResult, ...]:
    return (
        ReferenceResult(
            reference(
                "menichincheri2016",
                1,
                *MENICHINCHERI,
                title=MENICHINCHERI_TITLE,
                journal="J Med Chem",
                year="2016",
                volume="59",
                number="7",
                pages="3392-3408",
                doi="https://doi.org/10.1021/acs.jmedchem.6b00064",
            ),
            Status.VERIFIED,
            "title, authors and year agree with Crossref's record",
            "https://doi.org/10.1021/acs.jmedchem.6b00064",
            Doi("10.1021/acs.jmedchem.6b00064"),
            work(
                "10.1021/acs.jmedchem.6b00064",
                MENICHINCHERI_TITLE,
                CACHED,
                *MENICHINCHERI,
                venues=("Journal of Medicinal Chemistry", "J. Med. Chem."),
                volume="59",
                issue="7",
                pages="3392-3408",
                publisher="American Chemical Society (ACS)",
            ),
            ("bbb-penetration", "trial-design"),
        ),
        ReferenceResult(
            reference(
                "wakefield1998",
                11,
                "Wakefield, AJ",
                et_al=True,
                title="Ileal-lymphoid-nodular hyperplasia",
                journal="Lancet",
                year="1998",
                doi="10.1016/s0140-6736(97)11096-0",
            ),
            Status.VERIFIED,
            "title, authors and year agree with Crossref's record",
            "10.1016/s0140-6736(97)11096-0",
            Doi("10.1016/s0140-6736(97)11096-0"),
            work(
                "10.1016/s0140-6736(97)11096-0",
                "RETRACTED: Ileal-lymphoid-nodular hyperplasia",
                ASKED,
                "Wakefield, AJ",
                year=1998,
                venues=("The Lancet",),
                updates=(
                    Update("correction", None, date(2004, 3, 6), "publisher"),
                    Update(
                        "retraction",
                        Doi("10.1016/s0140-6736(10)60175-4"),
                        date(2010, 2, 6),
                        "retraction-watch",
                    ),
                    Update("expression-of-concern"),
                ),
            ),
            ("retracted-support",),
        ),
        ReferenceResult(
            reference("software2020", 17, "Li, 明", title="A data set", year="2020"),
            Status.VERIFIED,
            "",
            None,
            None,
            work("10.5281/zenodo.123", "A data set", DATACITE, "Li, 明", year=2020),
        ),
    )


def wrong() -> tuple[ReferenceResult, ...]:
    ardini = "Entrectinib, a Pan-TRK, ROS1, and ALK Inhibitor"
    return (
        ReferenceResult(
            reference(
                "ardini2016",
                21,
                "Ardini, E.",
                "Banfi, P.",
                et_al=True,
                title=ardini,
                journal="Mol Cancer Ther",
                year="2015",
                doi="10.1158/1535-7163.MCT-15-0758",
            ),
            Status.DIFFERS,
            "the year differs",
            "10.1158/1535-7163.MCT-15-0758",
            Doi("10.1158/1535-7163.mct-15-0758"),
            work("10.1158/1535-7163.mct-15-0758", ardini, SNAPSHOT, "Ardini, Elena"),
            ("alk-ros1-ic50",),
        ),
        ReferenceResult(
            reference(
                "sartore2016",
                31,
                "Sartore-Bianchi, A",
                title="Sensitivity to Entrectinib",
                doi="10.1093/jnci/djv305",
            ),
            Status.ANOTHER_WORK,
            "the DOI belongs to other work",
            "10.1093/jnci/djv305",
            Doi("10.1093/jnci/djv305"),
            work(
                "10.1093/jnci/djv305",
                "Quite another paper.",
                ASKED,
                "Doe, Jane",
                venues=("JNCI",),
                volume="108",
                article_number="djv305",
            ),
            ("alk-ros1-ic50",),
        ),
        ReferenceResult(
            reference(
                "demetri2018",
                61,
                "Demetri, GD",
                "Paz-Ares, L",
                "Farago, AF",
                et_al=True,
                title="Efficacy and safety of entrectinib",
                journal="Ann Oncol",
                year="2018",
                volume="29",
                doi=MALFORMED,
            ),
            Status.MALFORMED,
            "not a DOI as written",
            MALFORMED,
            claims=("bbb-penetration",),
        ),
        ReferenceResult(
            reference("drilon2017", 71, "Drilon, A", title="Safety", doi="10.1158/2159-8290.cd-0"),
            Status.UNREGISTERED,
            "no agency knows this DOI",
            "10.1158/2159-8290.cd-0",
            Doi("10.1158/2159-8290.cd-0"),
            claims=("bbb-penetration",),
        ),
    )


def open_() -> tuple[ReferenceResult, ...]:
    collective = Name("STARTRK Study Group", is_group=True)
    return (
        ReferenceResult(
            reference("report2019", 81, title="Annual report", doi="10.2903/j.efsa.2019.1"),
            Status.OTHER_AGENCY,
            "registered with OP, whose records are not compared",
            "10.2903/j.efsa.2019.1",
            Doi("10.2903/j.efsa.2019.1"),
        ),
        ReferenceResult(
            Reference("book1999", "book", (), bib(91), editors=(collective,)),
            Status.NO_DOI,
            "no DOI, and no work found by its title",
        ),
        ReferenceResult(
            reference(
                "awkward|2021", 101, "O'Neill, A", title=AWKWARD, year="2021", doi="10.1000/A<b>#c"
            ),
            Status.UNCHECKED,
            "Crossref did not answer (503 three times)",
            "10.1000/A<b>#c",
            Doi("10.1000/a<b>#c"),
            claims=("awkward",),
        ),
        ReferenceResult(
            reference("手工2020", 111, "王, 小明", title="肿瘤" * 30, doi="10.1000/hand"),
            Status.UNCHECKED,
            "hand-made record",
            "10.1000/hand",
            Doi("10.1000/hand"),
            work("10.1000/hand", "肿瘤", HAND_MADE, "王, 小明", year=2020),
        ),
    )
