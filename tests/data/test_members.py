from __future__ import annotations

import gzip
import io
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianbao.data.members import member, members, splice

DAYS = st.dates().map(str)

PARTS = st.dictionaries(DAYS, st.binary(min_size=1, max_size=200), max_size=6)


def stream(parts: dict[str, bytes]) -> bytes:
    return b"".join(member(day, data) for day, data in sorted(parts.items()))


@given(PARTS)
def test_the_chain_is_one_gzip_stream(parts: dict[str, bytes]) -> None:
    data = b"".join(data for _, data in sorted(parts.items()))
    assert gzip.decompress(stream(parts)) == data
    if parts:
        assert gzip.GzipFile(fileobj=io.BytesIO(stream(parts))).read() == data


@pytest.mark.skipif(not shutil.which("gzip"), reason="gzip itself is not here")
def test_gzip_itself_reads_it() -> None:
    chain = stream({"2023-02-20": b"one\n", "2023-02-21": b"two\n"})
    done = subprocess.run(["gzip", "-dc"], input=chain, capture_output=True, check=True)
    assert done.stdout == b"one\ntwo\n"


@given(PARTS, st.dictionaries(DAYS, st.binary(max_size=50), max_size=4))
def test_to_splice_is_to_make_anew(parts: dict[str, bytes], changes: dict[str, bytes]) -> None:
    changed = {day: member(day, data) if data else b"" for day, data in changes.items()}
    now = {day: data for day, data in (parts | changes).items() if data}
    assert splice(stream(parts), changed) == stream(now)


@given(PARTS)
def test_members_tell_their_days(parts: dict[str, bytes]) -> None:
    found = [(day, gzip.decompress(part)) for day, part in members(stream(parts))]
    assert found == sorted(parts.items())


@pytest.mark.parametrize(
    "other",
    [
        gzip.compress(b"of another program", mtime=0),
        member("2023-02-20", b"whole")[:-1],
        member("2023-02-20", b"whole") + b"\x1f",
        b"no gzip at all, but longer than a head is",
    ],
)
def test_a_stream_of_another_make_is_refused(other: bytes) -> None:
    with pytest.raises(ValueError, match="member"):
        splice(other, {})
