"""A list goes out to the insurer and comes back: the same bytes, nothing lost, no formulas."""

import hashlib
import io
import json
import re
from collections.abc import Callable
from typing import Any, Final

import pytest
from openpyxl import load_workbook

from functions.local.samples import Person
from functions.staff.rosters.hand_off import HEADERS
from tests.functional.hand_off_files import as_csv, csv_among, handed_off
from tests.functional.requests_to_api import Answer
from tests.functional.rosters_requests import (
    PEOPLE,
    UNIT,
    correct,
    new_key,
    rows_of,
    submit,
    uploaded,
)
from tests.functional.staff_requests import (
    accept,
    case,
    desk,
    send_back,
    table_of,
)
from tests.functional.staff_roster_requests import followed_up, log, refusal

pytestmark = pytest.mark.usefixtures("aws")

Table = list[list[str]]
NUMBER: Final = HEADERS.index("证件号码")
CHANGE: Final = HEADERS.index("变化")
RESULT: Final = HEADERS.index("审核结果")


def kept(people: list[Person] = PEOPLE, **unit: Any) -> dict[str, Any]:
    answer = submit(new_key(), rows=rows_of(people), unit={**UNIT, **unit})
    assert answer.status == 201, answer.body
    return answer.body


def of_csv(files: dict[str, bytes], ending: str = "名单.csv") -> Table:
    lines = table_of(csv_among(files, ending))
    return [[re.sub("^'(?=[0-9])", "", cell) for cell in line] for line in lines]


def of_workbook(files: dict[str, bytes]) -> Table:
    [data] = [content for name, content in files.items() if name.endswith(".xlsx")]
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_both_files_say_the_same_of_everybody() -> None:
    receipt = kept()["receipt"]
    answer, files = handed_off(receipt)
    header, *lines = of_csv(files)
    assert tuple(header) == HEADERS
    assert of_workbook(files) == [header, *lines]
    assert [line[NUMBER] for line in lines] == [each.id_number for each in PEOPLE]
    first = dict(zip(header, lines[0], strict=True))
    assert first == {
        **dict.fromkeys(HEADERS, ""),
        "回执号": receipt,
        "名单版本": "1",
        "行号": "1",
        "单位名称": UNIT["name"],
        "县区": UNIT["county"],
        "姓名": PEOPLE[0].name,
        "证件号码": PEOPLE[0].id_number,
        "性别": "女",
        "出生日期": first["出生日期"],
        "职业": PEOPLE[0].occupation,
        "变化": "新增",
    }
    assert first["出生日期"].replace("-", "") == PEOPLE[0].id_number[6:14]
    assert answer["changes"] == {
        "added": len(PEOPLE),
        "removed": 0,
        "died": 0,
        "changed": 0,
        "same": 0,
    }


def test_the_manifest_has_the_digest_of_each_file() -> None:
    receipt = kept()["receipt"]
    answer, files = handed_off(receipt)
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == answer["files"]
    assert {each["name"]: each["sha256"] for each in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }
    assert (manifest["receipt"], manifest["version"], manifest["state"]) == (
        *(receipt, 1, "submitted"),
    )


def test_the_same_list_gives_the_same_bytes() -> None:
    first = kept()
    once, _ = handed_off(first["receipt"])
    again, _ = handed_off(first["receipt"], role="admin")
    assert (once["sha256"], once["number"]) == (again["sha256"], again["number"] - 1)
    assert correct(first, 1, rows=rows_of(PEOPLE[1:])).status == 200
    changed, _ = handed_off(first["receipt"])
    repeated, _ = handed_off(first["receipt"])
    assert changed["sha256"] == repeated["sha256"] != once["sha256"]


def test_changes_since_the_last_time_are_told() -> None:
    first = kept(PEOPLE[:6])
    _, files = handed_off(first["receipt"])
    assert not [name for name in files if "变化" in name]
    renamed = Person(PEOPLE[2].name + "花", PEOPLE[2].id_number, PEOPLE[2].occupation)
    people = [renamed, *PEOPLE[3:8]]
    assert correct(first, 1, rows=rows_of(people)).status == 200
    answer, files = handed_off(first["receipt"])
    assert answer["since_version"] == 1
    assert answer["changes"] == {"added": 2, "removed": 2, "died": 0, "changed": 1, "same": 3}
    assert len(of_csv(files)) == 1 + len(people)
    told = [(line[NUMBER], line[CHANGE]) for line in of_csv(files, "变化.csv")[1:]]
    assert told == [
        (renamed.id_number, "更正"),
        (PEOPLE[6].id_number, "新增"),
        (PEOPLE[7].id_number, "新增"),
        (PEOPLE[0].id_number, "删除"),
        (PEOPLE[1].id_number, "删除"),
    ]


def test_an_accepted_list_goes_out_with_its_policy() -> None:
    receipt = kept(PEOPLE[:3])["receipt"]
    assert accept(receipt, 1, refusals=[refusal(2)]).status == 200
    followed_up()
    _, files = handed_off(receipt)
    lines = of_csv(files)[1:]
    results = [line[RESULT : RESULT + 4] for line in lines]
    assert results == [
        ["承保", "", "", "NX-2026-0001"],
        ["拒保", "不符合投保条件", "第三条", ""],
        ["承保", "", "", "NX-2026-0001"],
    ]
    assert all(lines[0][RESULT + 4 :])
    assert not any(lines[1][RESULT + 4 :])


def test_what_looks_like_a_formula_goes_out_as_text() -> None:
    receipt = kept(name="=HYPERLINK(1)&示例厂")["receipt"]
    _, files = handed_off(receipt)
    unit = HEADERS.index("单位名称")
    assert of_csv(files)[1][unit] == "'=HYPERLINK(1)&示例厂"
    [data] = [content for name, content in files.items() if name.endswith(".xlsx")]
    cell = load_workbook(io.BytesIO(data)).worksheets[0].cell(2, unit + 1)
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)&示例厂", "s")


def test_who_handed_off_is_kept() -> None:
    receipt = kept()["receipt"]
    made, _ = handed_off(receipt)
    [shown] = case("federation", receipt)["hand_offs"]
    assert (shown["by"]["name"], shown["version"], shown["sha256"]) == (
        *("演示 contact", 1, made["sha256"]),
    )
    assert [each["what"] for each in log(receipt)].count("handed_off") == 1


# ---- and back ----


def filled(files: dict[str, bytes], fill: Callable[[list[str]], None]) -> bytes:
    """The insurer's .csv, each line filled in."""
    header, *lines = of_csv(files)
    for line in lines:
        fill(line)
    return as_csv([header, *lines])


def read_back(receipt: str, data: bytes, role: str = "contact") -> Answer:
    body = {"upload_id": uploaded(data)}
    return desk(role, "POST", f"/rosters/{receipt}/row-states", body)


def by_row(**states: tuple[str, ...]) -> Callable[[list[str]], None]:
    """Fill in the result, reason and article of rows r1, r2 …; the others are accepted."""

    def fill(line: list[str]) -> None:
        said = states.get(f"r{line[2]}", ("承保", "", ""))
        line[RESULT : RESULT + len(said)] = said

    return fill


def test_the_insurer_s_file_says_whom_to_refuse() -> None:
    receipt = kept()["receipt"]
    _, files = handed_off(receipt)
    fill = by_row(
        r2=("拒保", "既往患有疾病", "第三条"),
        r4=(" 拒绝 ", "年龄不符", "第4条"),
        r5=("同意", "", ""),
        r6=("", "", ""),
    )
    answer = read_back(receipt, filled(files, fill))
    assert answer.status == 200
    assert answer.body == {
        "refusals": [
            {"row": 2, "reason": "既往患有疾病", "article": "article-3"},
            {"row": 4, "reason": "年龄不符", "article": "article-4"},
        ],
        "accepted": 7,
        "without_state": 1,
        "findings": [],
    }
    assert case("contact", receipt)["state"] == "submitted", "nothing is stored"
    assert accept(receipt, 1, refusals=answer.body["refusals"]).status == 200


def test_a_workbook_comes_back_too() -> None:
    receipt = kept(PEOPLE[:2])["receipt"]
    _, files = handed_off(receipt)
    [data] = [content for name, content in files.items() if name.endswith(".xlsx")]
    book = load_workbook(io.BytesIO(data))
    for column, text in enumerate(("拒保", "既往患有疾病", "第三条"), start=RESULT + 1):
        book.worksheets[0].cell(3, column).value = text
    target = io.BytesIO()
    book.save(target)
    answer = read_back(receipt, target.getvalue()).body
    assert [each["row"] for each in answer["refusals"]] == [2]
    assert (answer["accepted"], answer["without_state"]) == (0, 1)


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ({"r3": ("待定", "", "")}, "row_states.unknown_state"),
        ({"r3": ("拒保", "", "第三条")}, "row_states.no_reason"),
        ({"r3": ("拒保", "既往患有疾病", "")}, "row_states.no_reason"),
        ({"r3": ("拒保", "既往患有疾病", "第二十二条")}, "row_states.no_reason"),
        ({"r3": ("拒保", "字" * 501, "第三条")}, "row_states.no_reason"),
    ],
)
def test_a_line_that_says_nothing_clear_is_told_and_not_read(
    states: dict[str, tuple[str, ...]], code: str
) -> None:
    receipt = kept()["receipt"]
    _, files = handed_off(receipt)
    answer = read_back(receipt, filled(files, by_row(**states))).body
    assert [(each["code"], each["row"]) for each in answer["findings"]] == [(code, 4)]
    assert (answer["refusals"], answer["accepted"], answer["without_state"]) == ([], 9, 1)


def test_a_line_about_somebody_else_is_not_read() -> None:
    """The list was corrected after it went out: rows have moved."""
    first, other = kept(PEOPLE[:3]), kept(PEOPLE[:3])
    _, files = handed_off(first["receipt"])
    data = filled(files, by_row())
    assert {each["code"] for each in read_back(other["receipt"], data).body["findings"]} == {
        "row_states.other_list"
    }
    assert correct(first, 1, rows=rows_of(PEOPLE[1:3])).status == 200
    answer = read_back(first["receipt"], data).body
    assert [each["code"] for each in answer["findings"]] == 3 * ["row_states.other_person"]
    assert (answer["accepted"], answer["without_state"]) == (0, 2)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (lambda number: number[:15] + "000", "row_states.lost_digits"),
        (lambda number: f"{float(number):.5E}", "row_states.lost_digits"),
        (lambda number: f"{float(number):.13E}".replace("E+17", "E+017"), "row_states.lost_digits"),
        (lambda _: "649901199003071000", "row_states.lost_digits"),
        (lambda number: number[:17] + str((int(number[17]) + 1) % 10), "row_states.other_person"),
        (lambda number: number[:-1], "row_states.other_person"),
    ],
)
def test_a_number_that_lost_digits_is_told_apart_from_another_person(
    number: Callable[[str], str], code: str
) -> None:
    people = [each for each in PEOPLE if each.id_number.isdigit()][:2]
    receipt = kept(people)["receipt"]
    _, files = handed_off(receipt)

    def fill(line: list[str]) -> None:
        line[NUMBER], line[RESULT] = number(line[NUMBER]), "承保"

    answer = read_back(receipt, filled(files, fill)).body
    assert [each["code"] for each in answer["findings"]] == [code, code]
    assert answer["without_state"] == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xe5\xa7\x93\xe5\x90\x8d\n\xe7\x8e\x8b\n", "row_states.no_header"),
        (b"", "file.empty"),
        (b"%PDF-1.7", "file.pdf"),
    ],
)
def test_another_file_is_refused_in_words(data: bytes, code: str) -> None:
    answer = read_back(kept()["receipt"], data)
    assert (answer.status, answer.codes) == (422, [code])


def test_a_returned_list_may_still_be_handed_off() -> None:
    receipt = kept()["receipt"]
    assert send_back(receipt, 1).status == 200
    answer, _ = handed_off(receipt)
    assert answer["number"] == 1
