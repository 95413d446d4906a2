"""A browser's own check finds what the service finds, to the letter (Pyodide in Node)."""

import base64
import gzip
import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, NamedTuple

import engine
import pytest
from pydantic import ValidationError

from functions.local import samples
from functions.platform import downloads
from functions.platform.clock import SHANGHAI
from functions.platform.downloads import Download
from functions.platform.problems import Problem, of_validation
from functions.records import uploads
from functions.records.brought_file import Upload
from functions.rosters import checking, lists, renewals, service
from functions.rosters import in_browser as in_browser_entry
from functions.rosters.check_models import MarkUpRequest, RosterCheckReport, RosterCheckRequest
from functions.rosters.field_messages import FIELD_MESSAGES
from functions.rosters.in_browser import MarkedHere
from functions.rosters.marking import marks
from functions.rosters.renewal_models import RenewalReport, RenewalRequest
from shared_rules import plans
from shared_rules.findings import Finding
from shared_rules.plans import Plan
from tests.in_node import answers, manifest_of
from tests.unit.roster.list_files import FIXTURES, HEADER, TODAY, lines_of, xlsx_of

NOW: Final = datetime.combine(TODAY, time(10), SHANGHAI)
NEXT_PLAN: Final = date(2026, 7, 1)
AFTER: Final = datetime.combine(NEXT_PLAN, time(10), SHANGHAI)
NOT_LISTS: Final = {".md", ".py"}
UNIT: Final[dict[str, Any]] = {
    "name": "贺兰县示例小学",
    "kind": "事业单位",
    "county": "贺兰县",
    "union": False,
    "contact_name": "赵敏",
    "phone": "0951-2090080",
    "funding": "union",
    "credit_code": "12640000MB1234567X",
}
GOOD: Final = samples.people(300, seed=19, today=TODAY)
BAD: Final = samples.flawed(GOOD, today=TODAY)
LISTED: Final = lines_of(BAD)
LONG: Final = xlsx_of(HEADER, *LISTED)
TYPED: Final = [{"name": p.name, "id_number": p.id_number} for p in BAD[:12]]
LAST_DAY: Final = "2026-03-31"
LAST_YEAR: Final = xlsx_of(HEADER, *LISTED[100:], (1, "马晓燕", "640121196001010021", "教师"))
UNABLE: Final = {"collected/default_password.xlsx", "velvet.xls", "locked.xls", "rows to mend"}
"""What a browser leaves to the service: it has no library that decrypts, and no key for a mark."""


class Asked(NamedTuple):
    """A request, the list's file, and when it came; to compare, with last year's file.

    Where `only` is said, the list is to be marked up; or it is to be printed.
    """

    request: dict[str, Any] | str
    file: bytes | None = None
    moment: datetime = NOW
    last: bytes | None = None
    only: str | None = None
    is_printed: bool = False

    @property
    def body(self) -> str:
        said = self.request
        if self.only and isinstance(said, dict):
            said = {**said, "only": self.only}
        return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def of_file(file: bytes, moment: datetime = NOW, **changes: Any) -> Asked:
    return Asked({"upload_id": "brought", **changes}, file, moment)


def beside(last: bytes, last_day: str | None = LAST_DAY, **this: Any) -> Asked:
    """The long list beside last year's."""
    request = {"this": {"upload_id": "brought", **this}, "last": {"upload_id": "last"}}
    return Asked({**request, "last_day": last_day}, LONG, NOW, last)


def marked(asked: Asked, only: str = "all") -> Asked:
    return asked._replace(only=only)


def printed(file: bytes, **changes: Any) -> Asked:
    unit = {name: UNIT[name] for name in ("name", "kind")} | {"funding": "self"}
    return of_file(file, **{"unit": unit, **changes})._replace(is_printed=True)


MENDS: Final = [
    {"row": 3, "field": "id_number", "value": GOOD[1].id_number},
    {"row": 5, "field": "occupation", "value": "=教师 <&>"},
]
MARKED: Final = {
    "marked": marked(of_file(LONG, unit=UNIT)),
    "mended and marked": marked(of_file(LONG, mends=MENDS, exclude_rows=[4, 6])),
    "text, marked": marked(of_file(samples.csv_text(BAD).encode("gb18030"))),
    "typed and marked": marked(Asked({"rows": TYPED})),
    "pasted and marked": marked(Asked({"text": "王芳 640121199003070026 教师\n李娜 64012"})),
    "no list, marked": marked(of_file(b"")),
    **{
        f"{name}, marked": marked(of_file((FIXTURES / name).read_bytes()))
        for name in (
            "list.xls",
            "list.ods",
            "marking/rich_text_comments_picture.xlsx",
            "merged.xlsx",
        )
    },
}
ASKED: Final[dict[str, Asked]] = {
    **{
        str(file.relative_to(FIXTURES)): of_file(file.read_bytes())
        for file in sorted(FIXTURES.rglob("*"))
        if file.is_file() and file.suffix not in NOT_LISTS
    },
    "a long list": of_file(LONG),
    "a long list under the next plan": of_file(LONG, AFTER),
    "of a unit": of_file(LONG, unit=UNIT),
    "of a unit whose cover goes on": of_file(LONG, unit={**UNIT, "old_last_day": "2026-05-31"}),
    "mended": of_file(LONG, mends=MENDS[:1], exclude_rows=[4, 6]),
    "a row to leave out that there is not": of_file(LONG, exclude_rows=[9000]),
    "a mend of no field": of_file(LONG, mends=[{"row": 3, "field": "age", "value": "1"}]),
    "columns chosen": of_file(
        LONG,
        columns={
            "sheet": "Sheet1",
            "header_row": 1,
            "columns": [{"field": "name", "column": 3}, {"field": "id_number", "column": 2}],
        },
    ),
    "pasted": Asked({"text": "1、王芳 640121199003070026 教师\n2、李娜 64012119900307002X"}),
    "pasted lines without end": Asked({"text": "王芳\n" * 400_000}),
    "typed": Asked({"rows": TYPED}),
    "typed and nobody": Asked({"rows": []}),
    "nothing": Asked({}),
    "two lists": Asked({"text": "王芳", "rows": TYPED}),
    "an unknown unit": Asked({"rows": TYPED, "unit": {**UNIT, "phone": "12", "county": "月球"}}),
    "an unknown key": Asked({"rows": TYPED, "nobody": True}),
    "no JSON": Asked("{"),
    "compared": beside(LAST_YEAR),
    "compared without some": beside(LAST_YEAR, exclude_rows=[4, 6]),
    "compared with no list": beside(b"nothing"),
    "compared with a day that cannot be": beside(LAST_YEAR, "2031-01-01"),
    "compared without a day": beside(LAST_YEAR, None),
    "an empty file": of_file(b""),
    "no list": of_file(bytes(range(256)) * 40),
    **MARKED,
    "printed": printed(xlsx_of(HEADER, *lines_of(GOOD))),
    "printed with mistakes": printed(LONG),
    "printed without a name": printed(LONG, unit={"kind": "企业", "funding": "gift"}),
    "rows to mend": marked(of_file(LONG), "to_mend"),
}


def next_plan() -> Plan:
    """A plan to come that takes fewer people, and another premium."""
    [old] = plans.load()
    values = old.model_dump(mode="json")
    values["valid_from"] = NEXT_PLAN.isoformat()
    values["premium"]["value"] = 120
    values["maximum_age"]["value"] = values["maximum_age_renewal"]["value"] = 40
    return Plan.model_validate(values)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a browser checks lists with, as the site has it."""
    folder = tmp_path_factory.mktemp("engine")
    engine.write_engine(folder)
    return folder


def test_it_is_as_large_as_the_page_says(folder: Path) -> None:
    page = engine.ROOT.joinpath("site/overrides/roster/here.html").read_text(encoding="utf-8")
    [megabytes] = re.findall(r"约 ([0-9]+) MB", page)
    files = [
        file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.suffix != ".txt"
    ]
    # As a distribution packs it; archives stay as they are.
    size = sum(len(gzip.compress(each, 6)) for each in files)
    assert 0.9 * int(megabytes) < size / 1_000_000 <= int(megabytes)


def test_a_browser_is_told_of_all_files_that_it_keeps(folder: Path) -> None:
    manifest = manifest_of(folder)
    files = {f"/{each.relative_to(folder)}" for each in folder.rglob("*") if each.is_file()}
    for_others = {f"/{engine.FOLDER}/{name}" for name in (engine.MANIFEST, "licences.txt")}
    assert set(manifest["files"]) == files - for_others
    assert {manifest[name] for name in ("packages", "rules", "worker")} < files
    assert f"{manifest['python']}pyodide.mjs" in files


@pytest.fixture(scope="module")
def in_browser(folder: Path) -> dict[str, Any]:
    """What Python in a browser answers to each; it knows a plan that is to come."""
    rules = folder / manifest_of(folder)["rules"].lstrip("/")
    with zipfile.ZipFile(rules, "a") as archive:
        plan = next_plan().model_dump_json()
        archive.writestr(f"shared_rules/plans/{NEXT_PLAN}.yaml", plan)
    found = answers(folder, [_request(folder, *each) for each in ASKED.items()])
    return {name: json.loads(each.text) for name, each in zip(ASKED, found, strict=True)}


def _request(folder: Path, name: str, asked: Asked) -> dict[str, Any]:
    files: list[str | None] = []
    for which, content in enumerate((asked.file, asked.last)):
        file = folder / f"{hashlib.sha256(name.encode()).hexdigest()}-{which}"
        file.write_bytes(content or b"")
        files.append(None if content is None else str(file))
    kind = "mark" if asked.only else "check" if asked.last is None else "compare"
    return {
        "kind": "print" if asked.is_printed else kind,
        "asked": asked.body,
        "files": files,
        "moment": asked.moment.isoformat(),
    }


@pytest.fixture
def on_service(monkeypatch: pytest.MonkeyPatch) -> Callable[[Asked], Any]:
    """What the service answers, which has the same file from its storage."""
    both = (*plans.load(), next_plan())
    monkeypatch.setattr(plans, "load", lambda: both)
    # The mark of a list takes a key of the service.
    monkeypatch.setattr(service, "mark_of", lambda _: "")

    def answer(asked: Asked) -> Any:
        if asked.is_printed:  # the service prints what was submitted: the same functions do both
            moment = asked.moment.isoformat()
            return json.loads(in_browser_entry.answer("print", asked.body, [asked.file], moment))
        files = {"brought": asked.file, "last": asked.last}
        upload = Upload("", "roster", "名单.xlsx", asked.moment)
        monkeypatch.setattr(uploads, "find", lambda name, *_: upload._replace(upload_id=name))
        monkeypatch.setattr(uploads, "read", lambda found, _: files[found.upload_id])
        try:
            report = _report(asked)
        except ValidationError as error:
            problem = of_validation(error.errors(), FIELD_MESSAGES, lambda: unit_beside(asked))
            return {"problem": problem.document().model_dump(mode="json")}
        except Problem as problem:
            return {"problem": problem.document().model_dump(mode="json")}
        return {"report": report.model_dump(mode="json")}

    return answer


def unit_beside(asked: Asked) -> tuple[Finding, ...]:
    return checking.judge_sent_unit(json.loads(asked.body))


def _report(asked: Asked) -> RosterCheckReport | RenewalReport | MarkedHere:
    if asked.only:
        return _marked_up(MarkUpRequest.model_validate_json(asked.body), asked.moment)
    if asked.last is None:
        request = RosterCheckRequest.model_validate_json(asked.body)
        return service.check(request, asked.moment)
    renewal = RenewalRequest.model_validate_json(asked.body)
    return renewals.compare(renewal, "", asked.moment)


def _marked_up(request: MarkUpRequest, now: datetime) -> MarkedHere:
    kept: list[tuple[bytes, str]] = []

    def offer(data: bytes, _: str, name: str, now: datetime) -> Download:
        kept.append((data, name))
        return Download(url="", expires_at=now)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "mark_of_rows", lambda _: "")
        patch.setattr(downloads, "offer", offer)
        made = service.mark_up(request, now)
    [(data, name)] = kept
    stem, ending = name.split("-")
    return MarkedHere(
        data=base64.b64encode(data).decode(),
        stem=marks.LIST_NAME if request.upload_id else stem,
        ending=f"-{ending}",
        findings=made.findings,
    )


@pytest.mark.parametrize("name", ASKED)
def test_a_browser_finds_what_the_service_finds(
    name: str, in_browser: dict[str, Any], on_service: Callable[[Asked], Any]
) -> None:
    if name in UNABLE:
        assert in_browser[name] == {"unable": True}
    else:
        assert in_browser[name] == on_service(ASKED[name])


def test_the_plan_that_is_to_come_judges_otherwise(in_browser: dict[str, Any]) -> None:
    now, then = (
        in_browser[f"a long list{each}"]["report"] for each in ("", " under the next plan")
    )
    assert (now["premium"]["per_person"], then["premium"]["per_person"]) == (100, 120)
    assert then["counts"]["errors"] > now["counts"]["errors"]
