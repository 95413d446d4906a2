"""附件2 printed where there is no network, before the list is submitted (第十一条).

Whoever submits it submits this very list: by its check text the service knows the sheets again
(docs/decisions/0071-a-list-printed-offline-is-known-by-its-people.md).
"""

from datetime import date
from http import HTTPStatus
from typing import Final

from pydantic import Field

from functions.platform.problems import Problem
from functions.platform.request_values import Request
from functions.rosters.check_models import NamedRows, UnitName, WholeListIn
from functions.rosters.form_models import Form, rows_of
from shared_rules import funding
from shared_rules.findings import RuleError
from shared_rules.funding import Funding, UnitKind
from shared_rules.plans import Plan
from shared_rules.roster import offline_text
from shared_rules.roster.judging import Report
from shared_rules.roster.offline_text import Said

_CODE: Final = "AK/{}"
"""What the QR code says: in the signs that take the least room in one."""


class PrintedUnitIn(Request):
    """What stands on the form of the unit: its name, and who pays by its kind (通知 二.4)."""

    name: UnitName
    kind: UnitKind
    funding: Funding


class PrintRequest(WholeListIn):
    """A list to be printed before it is submitted."""

    unit: PrintedUnitIn
    exclude_rows: NamedRows = Field(default=[])


class OfflineForm(Form):
    """Such a form; `code` is what the QR code on each sheet says, `plan` that of its premium."""

    code: str
    plan: date


def make(unit: PrintedUnitIn, report: Report, plan: Plan) -> OfflineForm:
    """The form of a list that can be submitted as it is.

    Raises:
        Problem: 422: something in it must be mended first, or the unit may not pay so.
    """
    paying = [each for each in funding.judge(unit.kind, unit.funding) if each.severity == "error"]
    if report.errors or paying:
        count = len(report.errors)
        first = [RuleError("offline_form.to_mend", count=count).finding("rows")] if count else []
        found = [*first, *paying]
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", found)
    declared, premium = funding.declared(unit.kind, unit.funding), report.premium
    said = Said(unit.name, declared.code, premium.amount)
    text = offline_text.make(said, report.people)
    return OfflineForm(
        unit_name=unit.name,
        check_text=text,
        code=_CODE.format(text),
        funding=declared,
        people=len(report.people),
        premium=premium,
        payment=plan.payment,
        rows=rows_of(report.people),
        plan=plan.valid_from,
    )
