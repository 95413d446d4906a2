"""Whatever is in a file: a paper, or a reason why not."""

import io
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from functions.documents import reading
from shared_rules.findings import RuleError
from tests.unit.papers.paper_files import ACTIVE, heic, jpeg, pdf, picture, png

PAPERS = {
    "jpeg": jpeg(),
    "progressive": jpeg(picture(40, 40), progressive=True),
    "png": png(),
    "heic": heic(),
    "pdf": pdf(3, ACTIVE["script by name"]),
    "locked pdf": pdf(3, password="", algorithm="AES-128"),
}
MARKS = (
    b"",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"%PDF-1.7\n",
    b"\0\0\0\x18ftypheic",
    b"PK\3\4",
)
# Each example is opened twice, in a process of its own.
thorough = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def damaged_papers(draw: st.DrawFn) -> bytes:
    """A paper with a few bytes changed, taken out or repeated, or cut short."""
    data = PAPERS[draw(st.sampled_from(sorted(PAPERS)))]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        inserted = draw(st.one_of(st.binary(max_size=8), st.just(data[place - 40 : place])))
        data = data[:place] + inserted + data[place + length :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def assert_taken_or_refused(data: bytes) -> None:
    kinds = set()
    with suppress(RuleError):
        kinds.add(reading.inspect(data).kind)
    with suppress(RuleError):
        copy = reading.clean(data)
        kinds.add("heic" if kinds == {"heic"} and copy.kind == "jpeg" else copy.kind)
        assert_clean(data, copy)
    assert len(kinds) <= 1


def assert_clean(data: bytes, copy: reading.CleanPaper) -> None:
    if copy.kind == "pdf":
        assert copy.data == data
        return
    with Image.open(io.BytesIO(copy.data)) as image:
        image.load()
        assert set(image.getexif()) <= {0x0112}


@thorough
@given(data=damaged_papers())
def test_a_damaged_paper_is_taken_or_refused(data: bytes) -> None:
    assert_taken_or_refused(data)


@thorough
@given(mark=st.sampled_from(MARKS), noise=st.binary(max_size=2_000))
def test_noise_is_refused(mark: bytes, noise: bytes) -> None:
    assert_taken_or_refused(mark + noise)
