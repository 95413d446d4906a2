"""Policies and invoices, which are handed on as they came: what is taken, and what is said else."""

import pytest

from functions.documents import reading
from shared_rules.claim.limits import MAX_PAGES
from shared_rules.findings import RuleError
from tests.unit.papers.paper_files import ACTIVE, HARMLESS, heic, jpeg, ofd, pdf, png
from tests.unit.roster.list_files import docx, word_table, xlsx_of


def refused(data: bytes) -> str:
    with pytest.raises(RuleError) as caught:
        reading.format_to_hand_on(data)
    finding = caught.value.finding("upload_id")
    assert finding.severity == "error"
    return finding.code.removeprefix("policy_paper.")


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        pytest.param(pdf(), "pdf", id="pdf"),
        pytest.param(pdf(MAX_PAGES + 1), "pdf", id="more pages than a claim's paper"),
        pytest.param(pdf(password=""), "pdf", id="locked against changes only"),
        pytest.param(ofd(), "ofd", id="ofd"),
        pytest.param(ofd("\ufeff<OFD/>".replace("/>", " />")), "ofd", id="without a namespace"),
        pytest.param(ofd(**{"Doc_0/Attachs/original_invoice.xml": "<x/>"}), "ofd", id="its data"),
    ],
)
def test_what_is_only_paper_is_handed_on(data: bytes, format_: str) -> None:
    assert reading.format_to_hand_on(data) == format_


@pytest.mark.parametrize("name", HARMLESS)
def test_a_pdf_with_what_nobody_need_fear_is_handed_on(name: str) -> None:
    assert reading.format_to_hand_on(pdf(change=HARMLESS[name])) == "pdf"


@pytest.mark.parametrize("name", ACTIVE)
def test_a_pdf_that_is_more_than_paper_is_refused(name: str) -> None:
    assert refused(pdf(change=ACTIVE[name])) == "active"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(pdf(password="her own"), "password", id="pdf with a password"),  # noqa: S106
        pytest.param(pdf(3)[:-40], "damaged", id="pdf that lost its end"),
        pytest.param(pdf(0), "damaged", id="pdf without pages"),
        pytest.param(jpeg(), "picture", id="photo"),
        pytest.param(png(), "picture", id="screenshot"),
        pytest.param(heic(), "picture", id="photo of an iPhone"),
        pytest.param(b"GIF89a" + bytes(50), "picture", id="gif"),
        pytest.param(ofd(name="Other.xml"), "not_ofd", id="zip"),
        pytest.param(ofd("<html></html>"), "not_ofd", id="another entrance"),
        pytest.param(ofd("<OFDX/>"), "not_ofd", id="nearly an entrance"),
        pytest.param(ofd("<!DOCTYPE a [<!ENTITY b 'c'>]><OFD />"), "not_ofd", id="entities"),
        pytest.param(ofd(name="Doc_0/OFD.xml"), "not_ofd", id="entrance in a folder"),
        pytest.param(ofd()[:-10], "not_ofd", id="ofd that lost its end"),
        pytest.param(ofd(**{"../OFD.xml": "x"}), "not_ofd", id="a part that leads elsewhere"),
        pytest.param(ofd(**{"Doc_0/Attachs/a.EXE": "MZ"}), "active", id="a program inside"),
        pytest.param(xlsx_of(["a"]), "other", id="xlsx"),
        pytest.param(docx(word_table()), "other", id="docx"),
        pytest.param(b"Rar!\x1a\x07\x01\0" + bytes(50), "not_ofd", id="rar"),
        pytest.param("保险单".encode(), "other", id="text"),
    ],
)
def test_what_cannot_be_handed_on_is_told_why(data: bytes, code: str) -> None:
    assert refused(data) == code
