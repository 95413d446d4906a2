"""What the browser's rules are made of: plans, wording, workdays, limits, names as ES modules.

The same values stand in `shared_rules`; these files only carry them over to `site/js/rules`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from functions.staff.people import role_names
from functions.staff.rosters.models import POLICY_NUMBER
from shared_rules import articles, days, eligibility, first_day, plans, workdays
from shared_rules.claim import certificate
from shared_rules.messages import Message, catalogue
from shared_rules.plans import Plan
from shared_rules.roster.form import OWN_COLUMNS

FOLDER: Final = Path(__file__).resolve().parents[2] / "site" / "js" / "rules" / "generated"

# Only pages show these, and pages are built in Python.
_NOT_DECIDING: Final = {"name", "lectures_per_year", "payment", "hotline", "payout_banks"}
# The families of codes, and the single codes, that the modules of site/js/rules can find.
_FAMILIES: Final = (
    *("id_number", "applicant", "eligibility", "funding", "cover", "illness", "lump_sum"),
    *("stay", "allowance", "report", "payout", "date", "plan", "certificate"),
)
_SINGLE: Final = frozenset(
    {
        *("unit.no_union", "unit.kind", "unit.funding", "claim.in_the_future"),
        *("claim.specimen_assumed", "claim.renewal_open", "claim.stay_goes_on"),
        *("claim.cover_open", "claim.paid_before_open", "claim.lump_sum_open"),
    }
)
_ONLY_ELSEWHERE: Final = frozenset(
    {
        *("id_number.lost_digits", "id_number.perhaps_lost_digits", "id_number.normalised"),
        "id_number.masked",
        *("id_number.one_digit", "id_number.part"),
        *("cover.item_ended", "cover.item_refunded", "allowance.paid_before"),
        *("lump_sum.refunded_before", "lump_sum.premium_given_back", "lump_sum.refused_before"),
        *("lump_sum.goes_on_open", "cover.waiting_cut_short"),
    }
)
# What the desk's forms find before they send anything (site/js/desk/rule-faults.js).
_AT_THE_DESK: Final = (
    *("words.id_number", "policy.number", "acceptance.in_future", "endorsement.not_insured"),
    *("endorsement.day_of_death", "endorsement.day_outside"),
)
# What every page says of a call that failed, by the kind of failure (site/js/failure-kind.js).
_FAILURES: Final = {
    "busy": "request.busy",
    "slow": "request.slow",
    "large": "request.too_large",
    "network": "request.unreachable",
    "fault": "request.failed",
    "signed_out": "staff.signed_out",
    "file": "upload.not_taken",
}
# No calendar of the State Council is older, and no holiday that moves is known so far ahead.
_YEARS_TO_ASK_FOR: Final = range(2000, 2100)
_HEAD: Final = """\
// Made by `make generate` from shared_rules. Do not edit.
"""


def plans_module(known: Iterable[Plan] | None = None) -> str:
    """All plans, the oldest first: what decides, each value with its article."""
    shown = plans.load() if known is None else known
    return module(plans=('import("../types.js").Plan[]', list(map(plan_values, shown))))


def plan_values(plan: Plan) -> dict[str, Any]:
    """What decides in a plan, as the browser has it: each value with its article."""
    return {
        name: _without_units(value)
        for name, value in plan.model_dump(mode="json", exclude_none=True).items()
        if name not in _NOT_DECIDING
    }


def _without_units(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _without_units(each) for name, each in value.items() if name != "unit"}


def messages_module() -> str:
    """The wording of every code that the browser's rules can find, and the articles' labels."""
    words = {code: message for code, message in catalogue().items() if _is_found(code)}
    # Without their names, which would stand there each time: severity, article, title …
    dumped = {code: [*message.model_dump().values()] for code, message in words.items()}
    return module(
        messages=('Record<string, import("../types.js").Wording>', dumped),
        articles=("Record<string, string>", _labels(words.values())),
    )


def workdays_module() -> str:
    """Days as MM-DD: of announced years, what is not as its weekday says; of others, holidays."""
    every_year = workdays.statutory(date.max.year)
    announced, statutory = {}, {}
    for year in _YEARS_TO_ASK_FOR:
        if workdays.on(date(year, 1, 1)).is_announced:
            announced[str(year)] = _listed(_exceptions(year))
        elif len(workdays.statutory(year)) > len(every_year):
            statutory[str(year)] = _listed(workdays.statutory(year))
    kind = "Record<string, string>"
    return module(
        announced=(kind, announced),
        statutory=(kind, statutory),
        everyYear=("string", _listed(every_year)),
    )


def limits_module() -> str:
    """The first and last day to reckon with; days ahead that an age limit, or a renewal, is."""
    values = {
        "earliest": days.EARLIEST.isoformat(),
        "latest": days.LATEST.isoformat(),
        "soon": eligibility.SOON.days,
        "renews_within": first_day.RENEWS_WITHIN.days,
    }
    kind = "{earliest: string, latest: string, soon: number, renews_within: number}"
    return module(limits=(kind, values))


def columns_module() -> str:
    """The columns of a list that say something of a person, in the form's order."""
    flags = ("is_needed", "is_sensitive", "is_in_form")
    shown = [
        {name: getattr(column, name) for name in ("field", "header", *flags)}
        for column in OWN_COLUMNS
    ]
    kind = '{field: import("../../contract.js").Mendable, header: string, '
    kind += ", ".join(f"{flag}: boolean" for flag in flags) + "}[]"
    return module(columns=(kind, shown))


def certificates_module() -> str:
    """The words of diagnosis certificates."""
    known = certificate.words().model_dump(mode="json")
    return module(known=('import("../types.js").CertificateWords', known))


def roles_module() -> str:
    """What the desk's roles are called."""
    return module(roleNames=("Record<string, string>", role_names()))


def desk_module() -> str:
    """What the desk's forms say before they send anything, and how a policy's number is written."""
    words = {code: catalogue()[code] for code in _AT_THE_DESK}
    said = {c: [each.title, each.explanation, each.fix] for c, each in words.items()}
    return module(
        deskMessages=("Record<string, [string, string, string]>", said),
        policyNumber=("string", POLICY_NUMBER),
    )


def failures_module() -> str:
    """Of each kind of failed call what happened, and what to do about it."""
    words = {kind: catalogue()[code] for kind, code in _FAILURES.items()}
    said = {kind: {"what": each.explanation, "fix": each.fix} for kind, each in words.items()}
    kind = 'Record<import("../../failure-kind.js").Failure, {what: string, fix: string}>'
    return module(failures=(kind, said))


GENERATED: Final[Mapping[Path, Callable[[], str]]] = {
    FOLDER / "plans.js": plans_module,
    FOLDER / "messages.js": messages_module,
    FOLDER / "workdays.js": workdays_module,
    FOLDER / "limits.js": limits_module,
    FOLDER / "columns.js": columns_module,
    FOLDER / "certificates.js": certificates_module,
    FOLDER / "roles.js": roles_module,
    FOLDER / "failures.js": failures_module,
    FOLDER / "desk.js": desk_module,
}


def module(**exports: tuple[str, Any]) -> str:
    """An ES module of constants, given by name as (type, value)."""
    return _HEAD + "".join(
        f"\n/** @type {{{kind}}} */\nexport const {name} = {_literal(value)};\n"
        for name, (kind, value) in exports.items()
    )


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _is_found(code: str) -> bool:
    family = code.partition(".")[0]
    return code in _SINGLE or (family in _FAMILIES and code not in _ONLY_ELSEWHERE)


def _labels(words: Iterable[Message]) -> dict[str, str]:
    """Labels of the articles that the wording or a plan's item names."""
    named = {message.article for message in words if message.article}
    for plan in plans.load():
        named |= {plan.waiting_period.article}
        for item in plan.items.values():
            limits = (item.unpaid_days_per_stay, item.paid_days_per_year)
            named |= {limit.article for limit in limits if limit}
    return {article: articles.label(article) for article in sorted(named)}


def _exceptions(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        if workdays.on(day).is_workday == workdays.is_weekend(day):
            yield day
        day += timedelta(days=1)


def _listed(found: Iterable[date]) -> str:
    return " ".join(f"{day:%m-%d}" for day in sorted(found))
