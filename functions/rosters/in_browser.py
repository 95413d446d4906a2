"""The check of a list as her own browser makes it: the service's functions, under Pyodide.

`site/js/roster/engine/` loads what this module imports, and asks it. There is no process for the
reading (docs/decisions/0006-…): a file can end the worker that it is read in. What needs a key of
the service, or a library that a browser has not, this is unable to do, and the service does it.
"""

import base64
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, Literal, TypeVar

from pydantic import ValidationError

from functions.platform.problems import Problem, of_validation
from functions.records.brought_file import Upload
from functions.rosters import checking, comparing, offline_form
from functions.rosters.check_models import (
    MarkUpRequest,
    RosterCheckReport,
    RosterCheckRequest,
    WholeListIn,
)
from functions.rosters.checking import Brought, BroughtList
from functions.rosters.comparing import LastYear
from functions.rosters.field_messages import FIELD_MESSAGES
from functions.rosters.marking import kept, marks
from functions.rosters.offline_form import OfflineForm, PrintRequest
from functions.rosters.renewal_models import RenewalReport, RenewalRequest
from shared_rules import plans
from shared_rules.findings import Finding, RuleError
from shared_rules.messages import catalogue
from shared_rules.records import Model, build_models
from shared_rules.roster import entries

T = TypeVar("T")
Kind = Literal["check", "compare", "mark", "print"]
UNABLE: Final = {"unable": True}


class MarkedHere(Model):
    """A list marked up, its bytes as Base64; `findings` say what of her own file is not in it.

    Its name is that of her own file, or `stem`, and `ending` behind it.
    """

    data: str
    stem: str
    ending: str
    findings: list[Finding]


def prepare() -> None:
    """Do beforehand what the first check would wait for."""
    from shared_rules.roster.reading import read_sheets  # noqa: F401, PLC0415

    catalogue()
    build_models()


def answer(kind: Kind, asked: str, files: Sequence[bytes | None], moment: str) -> str:
    """What the service answers to the same request, as JSON.

    Args:
        kind: which of its routes is meant.
        asked: the body for `POST /api/rosters/check`, `…/renewal` or `…/marked-up`, or what is to
            be printed, as `PrintRequest`; for a file its `upload_id` may say anything.
        files: the bytes of that file, or of both, this year's first; None where a list is no file.
        moment: the moment of it, ISO, with its offset.

    Returns:
        `{"report": …}`; `{"problem": …}`, the document that refuses it; or `UNABLE`.
    """
    now = datetime.fromisoformat(moment)
    try:
        report = _ANSWERS[kind](asked, files, now)
    except ValidationError as error:
        beside = tuple if kind == "print" else partial(_judge_sent_unit, asked)
        return _refused(of_validation(error.errors(), FIELD_MESSAGES, beside))
    except Problem as problem:
        return _refused(problem)
    except ImportError:
        return json.dumps(UNABLE)
    return f'{{"report": {report.model_dump_json()}}}' if report else json.dumps(UNABLE)


def _check(asked: str, files: Sequence[bytes | None], now: datetime) -> RosterCheckReport | None:
    request = RosterCheckRequest.model_validate_json(asked)
    # A key of the service says to which list rows to mend belong.
    if request.base is not None:
        return None
    brought = _whole(request, files[0], now, "")
    judged = checking.judge(brought, now, request.exclude_rows, request.unit)
    return checking.told(request, brought, judged, list_mark="")


def _mark(asked: str, files: Sequence[bytes | None], now: datetime) -> MarkedHere | None:
    # Few ask for it (site/engine.py puts it beside the rest), and no check has to wait for it.
    from functions.rosters.marking import files as marking  # noqa: PLC0415

    request = MarkUpRequest.model_validate_json(asked)
    # A key of the service says to which list rows to mend belong.
    if request.base is not None or request.only != "all":
        return None
    brought = _whole(request, files[0], now, "")
    judged = checking.judge(brought, now, request.exclude_rows, request.unit)
    told = checking.marking(request, brought, judged, list_mark="")
    made = _read(lambda: marking.mark(brought.original if brought.upload else None, told))
    return MarkedHere(
        data=base64.b64encode(made.data).decode(),
        stem=marks.LIST_NAME,
        ending=marks.name_ending(request.only, made),
        findings=kept.told(made.told),
    )


def _compare(asked: str, files: Sequence[bytes | None], now: datetime) -> RenewalReport | None:
    request = RenewalRequest.model_validate_json(asked)
    bases = (request.this.base, request.last.base)
    if request.last.receipt is not None or bases != (None, None):
        return None

    def last_year() -> LastYear:
        comparing.refuse_unless_one(request.last)
        return comparing.of_list(_whole(request.last, files[1], now, "last."), now.date())

    return comparing.compare(
        request, now.date(), last_year, lambda: _whole(request.this, files[0], now, "this.")
    )


def _print(asked: str, files: Sequence[bytes | None], now: datetime) -> OfflineForm:
    request = PrintRequest.model_validate_json(asked)
    brought = _whole(request, files[0], now, "")
    report = checking.judge(brought, now, request.exclude_rows)
    return offline_form.make(request.unit, report, plans.in_force(now.date()))


_ANSWERS: Final = {"check": _check, "compare": _compare, "mark": _mark, "print": _print}


def _whole(request: WholeListIn, file: bytes | None, now: datetime, place: str) -> BroughtList:
    def bring(given: WholeListIn) -> Brought:
        return _brought(given, file, now)

    return checking.whole(checking.read(request, bring, place), request, place)


def _brought(request: WholeListIn, file: bytes | None, now: datetime) -> Brought:
    if request.rows is not None:
        return *checking.typed(request.rows), None
    if request.text is not None:
        text = request.text
        return text.encode(), _read(lambda: entries.pasted(text, request.columns)), None
    data = file or b""
    found = _read(lambda: entries.read(data, request.columns))
    return data, found, Upload(request.upload_id or "", "roster", "", now)


def _read(read: Callable[[], T]) -> T:
    """What is read; what a library fails at in words of its own is refused as on the service."""
    try:
        return read()
    except (RuleError, ImportError):
        raise
    except MemoryError as error:
        raise RuleError("file.too_much") from error
    except Exception as error:
        raise RuleError("file.damaged") from error


def _judge_sent_unit(asked: str) -> tuple[Finding, ...]:
    return checking.judge_sent_unit(json.loads(asked))


def _refused(problem: Problem) -> str:
    return f'{{"problem": {problem.document().model_dump_json()}}}'
