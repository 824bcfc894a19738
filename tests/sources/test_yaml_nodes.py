from collections.abc import Iterator

import pytest
import yaml

from evidence.sources import yaml_nodes
from evidence.sources.yaml_nodes import YamlNodes, compact, is_flow

LOADERS = [pytest.param(yaml.BaseLoader, id="pure")]
if hasattr(yaml, "CBaseLoader"):
    LOADERS.append(pytest.param(yaml.CBaseLoader, id="libyaml"))


@pytest.fixture(params=LOADERS, autouse=True)
def _loader(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_nodes, "LOADER", request.param)
        yield


def value(text: str, key: str = "a") -> str:
    """What stands between start and end of the value of a key."""
    nodes = YamlNodes(text)
    node = nodes.entries(nodes.root)[key][1]
    return text[nodes.start(node) : nodes.end(node)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("x y  # c", "x y"),
        ("'x y'  # c", "'x y'"),
        ("😀\n  y  \n# c", "😀\n  y"),
        ("|  # c\n  x\n  # y\n\n# c", "|  # c\n  x\n  # y"),
        (">+\n  x\n\n\n", ">+\n  x"),
        ("|\n", "|"),
        ("  # c\n", ""),
        ("[x, [y],\n  z  # c\n ]  # c", "[x, [y],\n  z  # c\n ]"),
        ("\n- x\n- y: z  # c\n\n# c", "- x\n- y: z"),
        ("\n  b: 1\n  c:\n    - d\n    -  # c\n\n", "b: 1\n  c:\n    - d\n    -"),
        ("\n  b: |\n    x\n\n  # c", "b: |\n    x"),
    ],
)
def test_where_a_value_begins_and_ends(written: str, expected: str) -> None:
    for line_end in ("\n", "\r\n"):
        for rest in ("", "\nz: 1\n"):
            text = f"# ä😀\na: {written}{rest}".replace("\n", line_end)
            assert value(text) == expected.replace("\n", line_end)


def test_comments_belong_to_what_they_stand_below() -> None:
    text = "- a # 1\n\n  # 2\n # 3\n# 4\n- b\n"
    nodes = YamlNodes(text)
    first = nodes.members(nodes.root)[0]
    assert nodes.column(first) == 2
    assert text[: nodes.end_with_comments(nodes.end(first), 0)] == "- a # 1\n\n  # 2\n # 3"
    assert text[: nodes.end_with_comments(nodes.end(first), 1)] == "- a # 1\n\n  # 2"
    assert text[: nodes.end_with_comments(nodes.end(first), 2)] == "- a # 1"


def test_lines() -> None:
    nodes = YamlNodes("a: 1\rb: 2\r\nc: 3")
    assert [nodes.start_of_line(at) for at in (0, 4, 5, 12)] == [0, 0, 5, 11]
    assert [nodes.end_of_line(at) for at in (0, 5, 12)] == [4, 9, 15]


def test_kinds_of_nodes() -> None:
    nodes = YamlNodes("a: ~\nb: '~'\nc: {}\nd: [x]\na: 2\n")
    entries = nodes.entries(nodes.root)
    assert [nodes.is_null(value) for _, value in entries.values()] == [True, False, False, False]
    assert [is_flow(value) for _, value in entries.values()] == [False, False, True, True]
    assert not is_flow(nodes.entries(nodes.root)["a"][0])
    assert nodes.entries(entries["d"][1]) == {}
    assert nodes.members(entries["c"][1]) == []
    assert YamlNodes("# nothing\n").root is None


def test_texts_without_blanks_around_them() -> None:
    assert compact({"a": [" b ", None, {"c": "\n d"}]}) == {"a": ["b", None, {"c": "d"}]}
