from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence.sources import yaml_places
from evidence.sources.yaml_places import read_yaml

LOADERS = [pytest.param(yaml.BaseLoader, id="pure")]
if hasattr(yaml, "CBaseLoader"):
    LOADERS.append(pytest.param(yaml.CBaseLoader, id="libyaml"))


@pytest.fixture(params=LOADERS, autouse=True, scope="module")
def _loader(request: pytest.FixtureRequest) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_places, "LOADER", request.param)
        yield


def problems(text: str) -> list[str]:
    return [f"{problem.place} {problem.message}" for problem in read_yaml(text, "c.yaml").problems]


def test_scalars_stay_as_written() -> None:
    text = "a: no\nb: 12:30\nc: 010\nd: 2020-01-02\ne: 1e3\nf: 'null'\ng: \"\"\nh: |\n  x\n  y\n"
    file = read_yaml(text, "c.yaml")
    assert file.data == {
        "a": "no", "b": "12:30", "c": "010", "d": "2020-01-02", "e": "1e3", "f": "null", "g": "",
        "h": "x\ny\n",
    }  # fmt: skip
    assert not file.problems


def test_nothing_is_none() -> None:
    assert read_yaml("[~, null, NULL, ]", "c.yaml").data == [None, None, None]
    assert read_yaml("a:\nb: ", "c.yaml").data == {"a": None, "b": None}


@pytest.mark.parametrize("text", ["", "# a comment\n", "---\n...\n", "~"])
def test_an_empty_file_has_no_data_and_no_problem(text: str) -> None:
    file = read_yaml(text, "c.yaml")
    assert file.data is None
    assert not file.problems


def test_every_key_and_value_has_its_place() -> None:
    file = read_yaml("\ufeff# é\nä: [é, {b: c,\n  d: 'e'}]\nf:\n- - g\n", "c.yaml")
    assert {path: f"{line}:{column}" for path, (line, column) in file.values.items()} == {
        (): "2:1",
        ("ä",): "2:4",
        ("ä", 0): "2:5",
        ("ä", 1): "2:8",
        ("ä", 1, "b"): "2:12",
        ("ä", 1, "d"): "3:6",
        ("f",): "5:1",
        ("f", 0): "5:3",
        ("f", 0, 0): "5:5",
    }
    assert {path: f"{line}:{column}" for path, (line, column) in file.keys.items()} == {
        ("ä",): "2:1",
        ("ä", 1, "b"): "2:9",
        ("ä", 1, "d"): "3:3",
        ("f",): "4:1",
    }
    assert str(file.place_of(("f", 0, "not there", 3))) == "c.yaml:5:3"
    assert str(file.place_of(("not there",))) == "c.yaml:2:1"


def test_each_doubled_key_is_reported_and_the_first_counts() -> None:
    file = read_yaml("a:\n  x: 1\n  x: {y: 2, y: 3}\nb: 4\na: 5\n", "c.yaml")
    assert file.data == {"a": {"x": "1"}, "b": "4"}
    assert [f"{p.place} {p.message}" for p in file.problems] == [
        "c.yaml:3:3 `x` stands here already in line 2, expected it once",
        "c.yaml:3:13 `y` stands here already in line 3, expected it once",
        "c.yaml:5:1 `a` stands here already in line 1, expected it once",
    ]
    assert str(file.place_of(("a", "x"))) == "c.yaml:2:6"
    assert file.doubled == {("a",), ("a", "x", "the second time"), ()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\nc: !!str 2\nd: !foo [e]", [
            "c.yaml:1:4 anchors such as `&x` are not supported",
            "c.yaml:2:4 aliases such as `*x` are not supported",
            "c.yaml:3:4 tags such as `!!str` are not supported",
            "c.yaml:4:4 tags such as `!foo` are not supported",
        ]),
        ("a: !!python/object/apply:os.system [x]", [
            "c.yaml:1:4 tags such as `!!python/object/apply:os.system` are not supported",
        ]),
        ("a: &x [*x]", [
            "c.yaml:1:4 anchors such as `&x` are not supported",
            "c.yaml:1:8 aliases such as `*x` are not supported",
        ]),
        ("a: b\n---\nc: d", ["c.yaml:2:1 a second YAML document begins, expected one"]),
        ("? [a]\n: b", ["c.yaml:1:3 a key must be plain text, not a list or a mapping"]),
        ("a:\n\t- b", ["c.yaml:2:1 a tab stands where YAML allows spaces only"]),
        ("a: @b", ["c.yaml:1:4 a value cannot begin with `@`, expected it in quotes"]),
        ("text: a: b", [
            "c.yaml:1:8 a `:` is not expected here: put the value in quotes or mend the indentation"
        ]),
        ("a: b\n é: \x07", ["c.yaml:2:5 the character U+0007 is not allowed in YAML"]),
        ("a: 'b\n\n", [
            "c.yaml:1:4 this is not valid YAML: found unexpected end of stream "
            "while scanning a quoted scalar"
        ]),
    ],
)  # fmt: skip
def test_what_cannot_be_relied_on_is_refused(text: str, expected: list[str]) -> None:
    assert problems(text) == expected
    assert read_yaml(text, "c.yaml").data is None


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("a: [1\nb: 2", "c.yaml:2:2 this is not valid YAML: "),
        ("%YAML 3.0\n---\na: b", "c.yaml:1:1 this is not valid YAML: found incompatible"),
        ("- a\n-b\nc: d", "c.yaml:3:1 this is not valid YAML: could not find expected ':'"),
        ("a: [b\n", "c.yaml:1:"),
    ],
)
def test_broken_syntax_is_explained_with_its_place(text: str, beginning: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(beginning)


def test_the_end_of_the_file_is_named_as_its_last_character() -> None:
    (problem,) = problems("a: [")
    assert problem.startswith("c.yaml:1:4 this is not valid YAML: ")


@pytest.mark.parametrize("text", ["[" * 60, "- " * 60 + "a", "{a: " * 60])
def test_deep_nesting_is_refused(text: str) -> None:
    (problem,) = problems(text)
    assert problem.endswith(" more than 50 levels of nesting are not supported")


def test_fifty_levels_are_read() -> None:
    assert not problems("[" * 50 + "]" * 50)


PIECES = [
    "a", "b", ":", ": ", " ", "\n", "  ", "- ", "[", "]", "{", "}", "&x ", "*x", "!", "'", '"',
    "|", ">", "#", "%", "@", "? ", "\t", ",", "---\n", "...", "é", "~", "\ufeff", "\r",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    file = read_yaml(text, "c.yaml")
    assert file.place_of(("a", 0)).file == "c.yaml"
