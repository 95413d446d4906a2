"""A refusal says what was found, and nothing that was only guessed."""

import re
from pathlib import Path

import pytest

from shared_rules.findings import RuleError
from shared_rules.messages import catalogue
from shared_rules.roster import entries, reading
from tests.unit.roster.list_files import FIXTURES, PEOPLE, unzipped, xlsx_of, zipped

NUMBER = PEOPLE[0].id_number
XLSX = xlsx_of(["姓名", "身份证号"], ["王芳", "1"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"\0\0\0\x18ftypisom", "file.image", id="a film"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file.image", id="SVG"),
        pytest.param(
            b"SQLite format 3\0\x10\0\1\1" + bytes(60), "file.not_a_list", id="a database"
        ),
        pytest.param(
            zipped({"OFD.xml": b"<a/>", "Doc_0/Document.xml": b"<a/>"}), "file.ofd", id="OFD"
        ),
        pytest.param(
            b"\x05admin" + 49 * b" " + "admin".ljust(55).encode("utf-16-le"),
            "file.lock",
            id="what Excel puts beside an open file",
        ),
        pytest.param(
            "\x04王芳".encode("gbk") + 50 * b" " + "王芳".ljust(55).encode("utf-16-le"),
            "file.lock",
            id="another",
        ),
        pytest.param(
            f'[\n{{"name": "王芳",\n"idCard": "{NUMBER}"}}]'.encode(), "file.not_a_list", id="JSON"
        ),
        pytest.param(
            f'{{"姓名": "王芳", "身份证号": "{NUMBER}"}}\n'.encode(),
            "file.not_a_list",
            id="JSON, a line each",
        ),
        pytest.param(
            f"create table a;\n('王芳','{NUMBER}');".encode(), "file.not_a_list", id="SQL"
        ),
        pytest.param(
            f'ID;PWXL\nC;Y2;X1;K"王芳"\nC;X2;K"{NUMBER}"\n'.encode(), "file.not_a_list", id="SYLK"
        ),
        pytest.param((FIXTURES / "list.html").read_bytes(), "file.html", id="a web page"),
        pytest.param(XLSX[:-40], "file.damaged", id="an archive without its end"),
        pytest.param(
            zipped({n: c for n, c in unzipped(XLSX).items() if "sheet1" not in n}),
            "file.damaged",
            id="a workbook without its sheet",
        ),
        pytest.param((FIXTURES / "locked.xls").read_bytes(), "file.password", id="a password"),
        pytest.param((FIXTURES / "wide.xls").read_bytes(), "file.too_many_columns", id="a limit"),
    ],
)
def test_each_cause_has_its_own_refusal(data: bytes, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        entries.read(data)
    assert caught.value.code == code


def test_no_sentence_about_a_file_guesses() -> None:
    guessing = re.compile("多半|大概|恐怕|名字像")
    sentences = {
        code: message.explanation
        for code, message in catalogue().items()
        if code.startswith(("file.", "cell."))
    }
    assert {code for code, text in sentences.items() if guessing.search(text)} == set()


def test_what_any_table_is_refused_for_is_said_of_any_file() -> None:
    """Bank statements and old policies are read by the same readers."""
    sources = Path(reading.__file__).parent.rglob("*.py")
    raised = {
        code
        for source in sources
        for code in re.findall(r'RuleError\(\s*"(file\.\w+)"', source.read_text(encoding="utf-8"))
    }
    raised |= {"file.too_much", "file.too_many_columns", "file.too_many_rows", "file.no_text"}
    # These are said of people only: of a table whose rows are counted, and of lines of a chat.
    raised -= {"file.too_many_people", "file.no_name_beside"}
    said = {code: catalogue()[code].explanation + catalogue()[code].fix for code in raised}
    of_people = re.compile("名单|身份证|职业|附件|人")
    assert {code for code, words in said.items() if of_people.search(words)} == set()
