"""What is given out and taken back survives a spreadsheet program that opens and saves it."""

import io
import json
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook

from functions.local import samples
from functions.staff.rosters.hand_off import HEADERS
from tests.functional import requests_to_api
from tests.functional.hand_off_files import handed_off
from tests.functional.requests_to_api import call
from tests.functional.rosters_requests import TODAY, as_bytes, correct, rows_of
from tests.functional.staff_requests import desk
from tests.functional.staff_roster_requests import kept
from tests.spreadsheet import opened_and_saved

pytestmark = pytest.mark.usefixtures("aws")

PEOPLE = samples.people(40, seed=23, today=TODAY)
RESULT = HEADERS.index("审核结果")


def uploaded(name: str, data: bytes) -> str:
    return requests_to_api.uploaded(data, "roster", name)


def with_a_wrong_digit(people: list[samples.Person], place: int) -> list[samples.Person]:
    number = people[place].id_number
    last = "1" if number[-1] == "0" else "0"
    wrong = samples.Person(people[place].name, number[:-1] + last, people[place].occupation)
    return [*people[:place], wrong, *people[place + 1 :]]


def marked_up(name: str, data: bytes) -> bytes:
    answer = call("POST", "/api/rosters/marked-up", {"upload_id": uploaded(name, data)})
    assert answer.status == 200, answer.body
    with urlopen(answer.body["url"]) as response:  # noqa: S310 - the emulator's own address
        found: bytes = response.read()
        return found


def checked(name: str, data: bytes) -> dict[str, object]:
    answer = call("POST", "/api/rosters/check", {"upload_id": uploaded(name, data)})
    assert answer.status == 200, answer.body
    counts = answer.body["counts"]
    wrong = [each["row"] for each in answer.body["findings"] if each["severity"] == "error"]
    told = [each["code"] for each in answer.body["findings"] if each["severity"] != "error"]
    return {"rows": counts["rows"], "people": counts["people"], "wrong": wrong, "told": told}


def test_a_marked_up_list_comes_back_from_the_program_with_the_one_row_still_to_mend() -> None:
    people = with_a_wrong_digit(PEOPLE, 6)
    lists = {
        "名单.csv": b"\xef\xbb\xbf" + samples.csv_text(people).encode(),
        "名单.xlsx": as_bytes(people),
    }
    again = opened_and_saved({name: marked_up(name, data) for name, data in lists.items()}, times=2)
    for name, data in lists.items():
        before = checked(name, data)
        assert (before["people"], len(before["wrong"])) == (len(people) - 1, 1)  # type: ignore[arg-type]
        assert checked(name, again[name]) == before


def files_for_insurer(receipt: str) -> dict[str, bytes]:
    """Those that the manifest of a hand-off names."""
    _, files = handed_off(receipt)
    names = [each["name"] for each in json.loads(files["manifest.json"])["files"]]
    return {name: files[name] for name in names}


def with_results(name: str, data: bytes) -> bytes:
    """The file as the insurer brings it back: everybody is accepted."""
    if name.endswith(".csv"):
        first, *lines = data.decode("utf-8-sig").splitlines()
        cells = [line.split(",") for line in lines]
        for line in cells:
            line[RESULT] = "承保"
        return "\r\n".join([first, *map(",".join, cells)]).encode()
    book = load_workbook(io.BytesIO(data))
    for row in range(2, book.worksheets[0].max_row + 1):
        book.worksheets[0].cell(row, RESULT + 1).value = "承保"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_everybody_in_the_files_of_a_hand_off_is_known_again_after_the_program_saved_them() -> None:
    first = kept(PEOPLE[:30])
    handed_off(first["receipt"])
    assert correct(first, 1, rows=rows_of(PEOPLE)).status == 200
    given = files_for_insurer(first["receipt"])
    files = {name: with_results(name, data) for name, data in given.items()}
    expected = {"名单.xlsx": 40, "名单.csv": 40, "变化.csv": 10}
    assert sorted(name.rpartition("-")[2] for name in files) == sorted(expected)
    for name, data in opened_and_saved(files, times=2).items():
        body = {"upload_id": uploaded("交接.csv", data)}
        answer = desk("contact", "POST", f"/rosters/{first['receipt']}/row-states", body).body
        assert (answer["accepted"], answer["findings"]) == (expected[name.rpartition("-")[2]], [])
