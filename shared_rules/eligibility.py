"""Who may join (参保条件): 第三, 第四, 第五, 第十 and 第十九条.

Ages are completed years (周岁) on the first day of cover. Joining for the first time, or after a
gap, has a lower limit than continuous renewal (连续续保).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple, get_args

from shared_rules import days, facts
from shared_rules.findings import Finding
from shared_rules.identity.id_number import Sex
from shared_rules.plans import Plan

Relation = Literal["worker", "wife_of_worker", "other_relative"]
Health = Literal["healthy", "cancer_of_the_plan", "cancer_cured", "other_serious_illness"]
Outcome = Literal["eligible", "not_eligible", "ask"]

# The product's own, not the source's: a list takes about this long from submission over payment
# to the policy, and a person who turns too old meanwhile would be refused after paying.
SOON: Final = timedelta(days=30)

_SEXES: Final[tuple[Sex, ...]] = get_args(Sex)
_RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)
_HEALTH: Final[tuple[Health, ...]] = get_args(Health)
_NO_QUESTION: Final = "eligibility.soon_too_old"
_CANCER: Final = {
    False: "eligibility.cancer_first_time",
    True: "eligibility.cancer_renewal",
    None: "eligibility.cancer_renewal_unknown",
}


@dataclass(frozen=True, slots=True)
class Applicant:
    """What decides whether a woman may join; None stands for “not known”.

    `union`: her unit (or her husband's) has set up a union. `renewal`: the new cover follows the
    old without a gap. `cancer_of_the_plan`: she has a cancer that the plan insures, or is treated
    for one; `cancer_cured`: she had one.

    Raises:
        RuleError: `date.out_of_range`; `applicant.sex`, `.relation`, `.health`, `.union` or
            `.renewal`, the fact has no such value.
    """

    birth_date: date
    sex: Sex
    relation: Relation
    health: Health
    union: bool | None
    renewal: bool | None

    def __post_init__(self) -> None:
        days.check(self.birth_date)
        facts.one_of(self.sex, _SEXES, "applicant.sex")
        facts.one_of(self.relation, _RELATIONS, "applicant.relation")
        facts.one_of(self.health, _HEALTH, "applicant.health")
        facts.yes_no(self.union, "applicant.union")
        facts.yes_no(self.renewal, "applicant.renewal")


class Verdict(NamedTuple):
    """The answer and its reasons; the last days on which cover may begin, first and as renewal."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    last_day_first_time: date
    last_day_renewal: date


def age_on(birth_date: date, on: date) -> int:
    """Completed years on a day; somebody born on 29 February turns on 1 March in common years.

    Raises:
        RuleError: `date.out_of_range`, one of them is no day.
    """
    return days.completed_years(birth_date, on)


def last_day_of_age(birth_date: date, age: int) -> date:
    """The day before the next birthday: the last on which somebody is `age` years old.

    Raises:
        RuleError: `date.out_of_range`.
    """
    return days.anniversary(days.check(birth_date), age + 1) - timedelta(days=1)


def judge(applicant: Applicant, cover_from: date, plan: Plan) -> Verdict:
    """Whether the person may join when cover begins on a day (第三、四、五、十、十九条).

    Raises:
        RuleError: `date.out_of_range`.
    """
    born = applicant.birth_date
    findings = (
        *_judge_union(union=applicant.union),
        *judge_sex(applicant.sex),
        *_judge_relation(applicant.relation),
        *judge_age(born, days.check(cover_from), plan, renewal=applicant.renewal),
        *_judge_health(applicant.health, renewal=applicant.renewal),
    )
    return Verdict(
        _outcome(findings),
        findings,
        last_day_of_age(born, plan.maximum_age.value),
        last_day_of_age(born, plan.maximum_age_renewal.value),
    )


def judge_sex(sex: Sex) -> tuple[Finding, ...]:
    """第三条: only women are insured.

    Raises:
        RuleError: `applicant.sex`.
    """
    if sex == "female":
        return ()
    facts.one_of(sex, _SEXES, "applicant.sex")
    return (Finding.of("eligibility.male"),)


def judge_age(
    birth_date: date, cover_from: date, plan: Plan, *, renewal: bool | None
) -> tuple[Finding, ...]:
    """第三、四条: the age on the first day of cover; `renewal` is None where it is not known.

    A warning also says when the limit is at most `SOON` away.

    Raises:
        RuleError: `date.out_of_range`, one of them is no day; `applicant.renewal`.
    """
    facts.yes_no(renewal, "applicant.renewal")
    age = days.completed_years(birth_date, cover_from)
    if age < 0:
        return (Finding.of("id_number.birth_date"),)
    if age < plan.minimum_age.value:
        return (_too_young(age, cover_from, plan),)
    if age < plan.maximum_age.value:
        return ()
    above_first = _judge_above_first(age, cover_from, plan, renewal=renewal)
    if any(finding.severity == "error" for finding in above_first):
        return above_first
    limit = plan.maximum_age_renewal if renewal or above_first else plan.maximum_age
    return (*above_first, *_judge_nearness(last_day_of_age(birth_date, limit.value), cover_from))


def plain_births(cover_from: date, plan: Plan) -> tuple[date, date]:
    """From which birth date to which `judge_age` says nothing, whatever `renewal` is.

    Of whom it may say something in her last year, none is among them.
    """
    oldest, youngest = (
        days.years_before(cover_from, age.value) for age in (plan.maximum_age, plan.minimum_age)
    )
    return oldest + timedelta(days=1), youngest


def _too_young(age: int, cover_from: date, plan: Plan) -> Finding:
    limit = plan.minimum_age.value
    return Finding.of(
        "eligibility.too_young", cover_from=cover_from.isoformat(), age=age, limit=limit
    )


def _judge_above_first(
    age: int, cover_from: date, plan: Plan, *, renewal: bool | None
) -> tuple[Finding, ...]:
    first, continuous = plan.maximum_age.value, plan.maximum_age_renewal.value
    if age <= (continuous if renewal else first):
        return ()
    code = "eligibility.renewal_only"
    if age > continuous:
        code = "eligibility.too_old"
    elif renewal is False:
        code = "eligibility.first_time_too_old"
    return (
        Finding.of(
            code,
            cover_from=cover_from.isoformat(),
            age=age,
            limit=first,
            renewal_limit=continuous,
        ),
    )


def _judge_nearness(last_day: date, cover_from: date) -> tuple[Finding, ...]:
    left = last_day - cover_from
    if left > SOON:
        return ()
    return (
        Finding.of(
            "eligibility.soon_too_old",
            cover_from=cover_from.isoformat(),
            last_day=last_day.isoformat(),
            days=left.days,
        ),
    )


def _judge_union(*, union: bool | None) -> tuple[Finding, ...]:
    """第十九条: only units that have set up a union."""
    if union:
        return ()
    return (Finding.of("eligibility.union_unknown" if union is None else "unit.no_union"),)


def _judge_relation(relation: Relation) -> tuple[Finding, ...]:
    """第三、十条: “配偶等” and “家属” leave other women of the family to the insurer."""
    if relation == "other_relative":
        return (Finding.of("eligibility.other_relative"),)
    return ()


def _judge_health(health: Health, *, renewal: bool | None) -> tuple[Finding, ...]:
    """第三、五条: 身体健康; in continuous renewal only the item already paid has ended."""
    if health == "healthy":
        return ()
    if health == "other_serious_illness":
        return (Finding.of("eligibility.other_illness"),)
    if health == "cancer_cured" and not renewal:
        return (Finding.of("eligibility.cancer_cured"),)
    return (Finding.of(_CANCER[renewal]),)


def _outcome(findings: tuple[Finding, ...]) -> Outcome:
    if any(finding.severity == "error" for finding in findings):
        return "not_eligible"
    open_questions = [finding.code for finding in findings if finding.severity == "warning"]
    return "ask" if set(open_questions) - {_NO_QUESTION} else "eligible"
