"""Works from a file."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence.errors import InputError
from evidence.model.doi import Doi
from evidence.model.outcome import Found, Unavailable
from evidence.model.work import Origin, Via
from evidence.registries.interface import Sifted
from evidence.registries.snapshot import SnapshotRegistry

Write = Callable[..., SnapshotRegistry]

ONE = Doi("10.1234/one")
OLD = Doi("10.1234/old")
NONE = Doi("10.1234/none")
NOT_THERE = Unavailable("not in the snapshot")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(*lines: str, encoding: str = "utf-8") -> SnapshotRegistry:
        path = tmp_path / "works.jsonl"
        path.write_text("\n".join(lines), encoding=encoding)
        return SnapshotRegistry(path)

    return written


def origin(registry: SnapshotRegistry, doi: Doi = ONE) -> Origin:
    outcome = dict(registry.resolve([doi]))[doi]
    assert isinstance(outcome, Found)
    return outcome.work.origin


def test_what_is_there_is_found_and_what_is_not_is_unknown(write: Write) -> None:
    registry = write('{"DOI": "10.1234/One", "title": ["One"]}', "", '{"DOI": "10.1234/two"}')
    outcomes = list(registry.resolve([ONE, NONE, ONE]))
    assert [doi for doi, _ in outcomes] == [ONE, NONE]
    assert isinstance(outcomes[0][1], Found)
    assert outcomes[0][1].work.title == "One"
    assert outcomes[1][1] == NOT_THERE


def test_an_alias_is_found_too(write: Write) -> None:
    registry = write('{"DOI": "10.1234/one", "aliases": ["10.1234/old"]}')
    assert isinstance(dict(registry.resolve([OLD]))[OLD], Found)


def test_of_two_records_the_later_counts(write: Write) -> None:
    registry = write(
        '{"DOI": "10.1234/one", "volume": "1"}', '{"DOI": "10.1234/one", "volume": "2"}'
    )
    assert registry.sift([ONE]).works[ONE].volume == "2"


def test_a_record_says_where_it_is_from_and_since_when(write: Write) -> None:
    day = datetime(2026, 11, 22, tzinfo=UTC)
    silent = write('{"DOI": "10.1234/one", "source": "Crossref"}')
    assert origin(silent) == Origin("Crossref", Via.SNAPSHOT, None, hand_made=True)
    made = write(
        '{"DOI": "10.1234/one", "source": "hand-made", "evidence": {"made": "2026-11-22"}}'
    )
    assert origin(made) == Origin("Crossref", Via.SNAPSHOT, day, hand_made=True)
    fetched = write(
        '{"DOI": "10.1234/one", "source": "Crossref",'
        ' "evidence": {"retrieved": "2026-11-22T00:00:00Z"}}'
    )
    assert origin(fetched) == Origin("Crossref", Via.SNAPSHOT, day)


@pytest.mark.parametrize("source", ["manual", "Hand-made", "handmade", ""])
def test_only_what_says_that_it_was_fetched_can_verify(source: str, write: Write) -> None:
    line = (
        f'{{"DOI": "10.1234/one", "source": "{source}", "evidence": {{"retrieved": "2026-11-22"}}}}'
    )
    assert origin(write(line)).hand_made


def test_guesses_that_are_there(write: Write) -> None:
    registry = write('{"DOI": "10.1234/one"}')
    assert set(registry.sift([NONE, ONE]).works) == {ONE}
    assert registry.sift([NONE]) == Sifted({}, {NONE: NOT_THERE.reason})


def test_its_records_are_whole(write: Write) -> None:
    registry = write('{"DOI": "10.1234/one"}')
    assert list(registry.complete([ONE, NONE])) == list(registry.resolve([ONE, NONE]))
    outcome = dict(registry.resolve([ONE]))[ONE]
    assert isinstance(outcome, Found)
    assert not outcome.work.is_partial


def test_it_is_not_read_before_it_is_asked(tmp_path: Path) -> None:
    registry = SnapshotRegistry(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match=r"^the snapshot `.*none\.jsonl` cannot be read \(No such"):
        dict(registry.resolve([ONE]))


def test_a_byte_order_mark_is_no_harm(write: Write) -> None:
    assert origin(write('{"DOI": "10.1234/one"}', encoding="utf-8-sig")).via is Via.SNAPSHOT


def test_another_encoding_is_named(write: Write) -> None:
    with pytest.raises(InputError, match="is not in UTF-8"):
        write('{"DOI": "10.1234/ü"}', encoding="latin-1").sift([ONE])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("not json", "the line is not JSON: expected a Crossref record"),
        ("[" * 100_000, "the line is not JSON: expected a Crossref record"),
        ("[]", "the line is not a Crossref record: a record should be an object"),
        ("{}", "the line is not a Crossref record: a record should name its DOI"),
        (
            '{"DOI": "10.1234/x", "evidence": {"made": "yesterday"}}',
            "the record's date cannot be read (Invalid isoformat string: 'yesterday'): "
            "expected one like `2026-11-22`",
        ),
    ],
)
def test_a_bad_line_is_named_with_its_place(write: Write, line: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        write('{"DOI": "10.1234/one"}', "", line).sift([ONE])
    assert raised.value.message == message
    assert raised.value.place is not None
    assert (raised.value.place.line, Path(raised.value.place.file).name) == (3, "works.jsonl")


def test_lines_end_at_line_feeds_only(write: Write) -> None:
    assert origin(write('{"DOI": "10.1234/one", "title": ["a\u2028b"]}')).via is Via.SNAPSHOT
