"""The quick reading of front matter equals a YAML parser's, or gives the text up."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jianbao.frontmatter import split
from jianbao.frontmatter.flat import read_flat

MARKS = st.sampled_from([
    *"\n\n\n -:#\"'\\[]{},&*!|>%@`?~=<.\t\r\x7f\x85\xa0\u2028\u3000\ufeff\ud800\uffff",
    *("key:", "key: ", "\n  - ", "\n  key: ", "\n    - ", "\nother:", "甲", "a", "03", '"甲"', "--- ", "..."),
    *("<<: ", "null", "true", "0x1", "\n  key:\n    - ", "e\u0301", "🀄"),
])  # fmt: skip
TEXTS = st.lists(MARKS, max_size=25).map("".join) | st.text(max_size=60)
LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]


def agrees(head: str) -> None:
    flat = read_flat(head)
    if flat is not None:
        for loader in LOADERS:
            read = yaml.load(head, Loader=loader)
            assert read == flat
            assert list(read) == list(flat)


@settings(max_examples=1500)
@given(TEXTS)
@example("key: 甲\nkey:\n  - 乙\n  - 丙\nkey:")
@example("ingest:\n  raw: a\n  review:\n    - 甲\n  rules: b")
@example("key:\n  - 甲\n    - 乙")
@example("key: 甲\n  - 乙")
@example("key:\n  a: 甲\n  - 乙")
@example("key:\n  a:\n    b: 甲")
@example('key: "甲" ')
@example("key: 甲 #")
@example("key: 甲\xa0")
def test_what_is_read_at_once_is_what_yaml_reads(text: str) -> None:
    agrees(text)
    agrees(f"key: {text}")
    agrees(f"key:\n  - {text}")
    agrees(f"a: 甲\nkey:\n  b: {text}\nc: 03")


def test_what_the_program_writes_is_read_at_once() -> None:
    head = 'id: 2023-02-20-03-02\ntitle: 民生实事“小切口” 铸就\nbyline:\n  - 张玉香\npage: "03"'
    assert read_flat(head) == {
        "id": "2023-02-20-03-02",
        "title": "民生实事“小切口” 铸就",
        "byline": ["张玉香"],
        "page": "03",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\n\n甲\n\n乙\n", ("a: b", "甲\n\n乙", 4)),
        ("--- \na: b\n\n---\t\n甲", ("a: b\n", "甲", 5)),
        ("---\n---\n甲", ("", "甲", 3)),
        ("---\na: ---\n----\n---", ("a: ---\n----", "", 5)),
    ],
)
def test_front_matter_ends_at_its_second_line(text: str, expected: tuple[str, str, int]) -> None:
    assert split(text, "a.md") == expected
