"""Claims as they are kept: the one place that reads and writes them; see also `paper_store`.

The table holds, under `CLAIM#<receipt>`, the head, one item an event and one a paper; the head has
its place in the desk's queue. S3 holds the report word for word, and the papers: in quarantine
until the worker has looked at them. One transaction makes a claim, papers that came later, or a
decision of the desk visible; objects of one that died before it are seen by nobody.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from functions.platform import objects, table
from functions.records import (
    kept,
    kept_papers,
    messages,
    outbox,
    paper_store,
    submissions,
    summary_facts,
)
from functions.records.actors import Actor
from functions.records.claims import claim_course, claim_events
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event, Source
from functions.records.claims.kept_claim import KeptClaim, WholeClaim
from functions.records.claims.models import Claim, KeptReport
from functions.records.claims.supplements import CaseFile, KeptSupplement
from functions.records.messages import Addressee, Course, Happened
from functions.records.outbox import Entry
from functions.records.paper_store import Brought
from functions.records.record_keys import folder, item_key
from functions.records.submissions import SubmissionKey
from functions.records.summary_facts import OPEN_DISEASE, Reported
from shared_rules.identity import name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_HEAD: Final = "HEAD"
_EVENT: Final = "EVENT#"
_PLACINGS: Final = 5


class Supplemented(NamedTuple):
    """When papers came later; who of the desk brought them for her, why, and how they had come.

    `asked` is the digest of the desk's request, by which the same is known when it comes again.
    """

    at: datetime
    by: Actor | None = None
    reason: str | None = None
    source: Source | None = None
    asked: str | None = None


def put_report(report: KeptReport) -> str:
    """Keep the report, whole; the key of its object."""
    place = f"{folder(report.receipt, 1)}/report"
    return objects.put(place, report.model_dump_json(round_trip=True).encode(), "application/json")


def get_report(claim: Claim) -> KeptReport:
    """The report as it was submitted."""
    return kept.read_json(KeptReport, objects.get(claim.report_object), claim.report_object)


def put_supplement(said: KeptSupplement, version: int) -> str:
    """Keep what was said later, whole; the key of its object."""
    place = f"{folder(said.receipt, version)}/supplement"
    return objects.put(place, said.model_dump_json(round_trip=True).encode(), "application/json")


def case_file(claim: KeptClaim) -> CaseFile:
    """All that was said of a claim, from its report on."""
    events = sorted(claim_events.holding(claim.events), key=lambda event: event.version)
    places = [event.supplement_object for event in events if event.supplement_object]
    supplements = [kept.read_json(KeptSupplement, objects.get(each), each) for each in places]
    return CaseFile(get_report(claim.claim), supplements)


def whole(claim: KeptClaim) -> WholeClaim:
    """A claim with all that was said of it, which is read for it."""
    return WholeClaim(claim, case_file(claim))


def save(
    claim: Claim, disease: str | None, brought: "Sequence[Brought[Document]]", key: SubmissionKey
) -> None:
    """Make a claim visible: head, first event, idempotency key, papers and uploads, or nothing.

    That there is one more of its disease is kept under a name by which nobody finds the claim.

    Raises:
        Taken: any of `claim`, `event`, `submission`, `document.…`, `upload.…` was there already.
    """
    now = claim.reported_at
    event = Event(at=now, state="reported", version=claim.version, revision=claim.revision)
    new = KeptClaim(claim, [event], [each.paper for each in brought])
    fact = summary_facts.claim_part(
        Reported(disease=disease or OPEN_DISEASE), claim.unit, now.date()
    )
    table.transact(
        {
            "claim": table.put_new(as_head(new)),
            "fact": fact,
            "submission": submissions.remember(key, claim.receipt, now),
            **_with_every_version(claim, event, brought),
        }
    )


def supplement(
    old: KeptClaim, brought: "Sequence[Brought[Document]]", how: Supplemented
) -> KeptClaim:
    """Add papers to a claim, or nothing; the claim after it.

    Raises:
        Taken: the claim was changed meanwhile, or an upload was used.
    """
    version, revision = old.claim.version + 1, old.claim.revision + 1
    event = Event(state="supplemented", version=version, revision=revision, **how._asdict())
    new = old.after(event, [each.paper for each in brought])
    table.transact(
        {
            "claim": _put_over(old, new),
            **_with_every_version(new.claim, event, brought),
        }
    )
    return new


def add(old: WholeClaim, said: KeptSupplement, event: Event) -> WholeClaim:
    """Keep what more was said of a claim, which makes a version of it, or nothing.

    Args:
        old: the claim before.
        said: what was said.
        event: that it was.

    Returns:
        The claim after it.

    Raises:
        Taken: the claim was changed meanwhile.
    """
    place = put_supplement(said, event.version)
    event = event.model_copy(update={"supplement_object": place})
    file = old.file._replace(supplements=[*old.file.supplements, said])
    now = file.now.reported
    insured_name = name.mask(now.insured.name)
    new = old.kept.after(event, in_hospital=now.in_hospital, insured_name=insured_name)
    table.transact({"claim": _put_over(old.kept, new), **_with_every_version(new.claim, event, ())})
    return WholeClaim(new, file)


def decide(
    old: KeptClaim,
    event: Event,
    besides: "Mapping[str, TransactWriteItemTypeDef]",
    **changes: str,
) -> None:
    """Keep what the desk decided on a claim, with what else must be written, or nothing.

    Args:
        old: the claim before.
        event: the decision.
        besides: what else must be written.
        changes: what it changes in the head, by name.

    Raises:
        Taken: the claim was changed meanwhile, or the condition of something else fails.
    """
    table.transact(
        {
            "claim": _put_over(old, old.after(event, **changes)),
            "event": table.put_new(_event_item(old.claim.receipt, event)),
            **_message(old.claim, event),
            **besides,
        }
    )


def join(
    joined: tuple[WholeClaim, Event], leading: tuple[KeptClaim, Event], copies: "Sequence[Document]"
) -> None:
    """Join a claim to another one that takes its papers in as a version of its own, or nothing.

    Args:
        joined: the claim, and the event of its joining.
        leading: the one that stands for both, and the event of that.
        copies: the papers as the leading one has them; their bytes stay where they are.

    Raises:
        Taken: one of the two was changed meanwhile.
    """
    _keep_both(joined, leading, copies, claims=-1)


def part(joined: tuple[WholeClaim, Event], leading: tuple[KeptClaim, Event]) -> None:
    """Take a joining back, or nothing: each claim is what it was before.

    Raises:
        Taken: one of the two was changed meanwhile.
    """
    _keep_both(joined, leading, (), claims=1)


def _keep_both(
    joined: tuple[WholeClaim, Event],
    leading: tuple[KeptClaim, Event],
    copies: "Sequence[Document]",
    *,
    claims: int,
) -> None:
    """Keep what happens to both; `claims`: of two reports of one illness the summary counts one."""
    ((kept_joined, file), own), (kept_leading, its) = joined, leading
    own_claim, into = kept_joined.claim, kept_leading.claim.receipt
    disease = file.now.reported.diagnosis.disease or OPEN_DISEASE
    fact = Reported(disease=disease, claims=claims)
    new = kept_leading.after(its, copies)
    changes = {"in_hospital": case_file(new).now.reported.in_hospital, "late": _is_late(new)}
    new = new._replace(claim=new.claim.model_copy(update=changes))
    table.transact(
        {
            "fact": summary_facts.claim_part(fact, own_claim.unit, own.at.date()),
            "joined": _put_over(kept_joined, kept_joined.after(own)),
            "joined.event": table.put_new(_event_item(own_claim.receipt, own)),
            "leading": _put_over(kept_leading, new),
            "leading.event": table.put_new(_event_item(into, its)),
            **{
                f"document.{number}": paper_store.put_new(into, document)
                for number, document in enumerate(copies)
            },
        }
    )


def _is_late(leading: KeptClaim) -> bool:
    """第十四条: whether none of the reports that a claim stands for was in time."""
    own, events = leading.claim, claim_events.holding(leading.events)
    others = [find(each.other) for each in events if each.state == "took_in" and each.other]
    is_own_late = own.reported_at.date() > own.report_by
    return is_own_late and all(each.claim.late for each in others if each)


def _put_over(old: KeptClaim, new: KeptClaim) -> "TransactWriteItemTypeDef":
    # Claims from before the desk have no revision.
    held = {":version": old.claim.version, ":revision": old.claim.revision}
    still = "version = :version AND (attribute_not_exists(revision) OR revision = :revision)"
    return table.put_where(still, as_head(new), held)


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    sort = f"{_EVENT}{event.at.isoformat()}#{event.revision:06d}"
    return kept.to_item(item_key(receipt, sort), event)


def _with_every_version(
    claim: Claim, event: Event, brought: "Sequence[Brought[Document]]"
) -> "dict[str, TransactWriteItemTypeDef]":
    waiting = outbox.entry(Entry(claim.receipt, claim.version), event.at, version=claim.version)
    return {
        "event": table.put_new(_event_item(claim.receipt, event)),
        "outbox": waiting,
        **_message(claim, event),
        **paper_store.bring(claim.receipt, brought),
    }


def _message(claim: Claim, event: Event) -> "dict[str, TransactWriteItemTypeDef]":
    """What tells whoever reported a claim of an event."""
    return messages.telling(claim.receipt, _happened(event), addressee(claim))


def _happened(event: Event) -> Happened:
    # That papers were checked is the only thing that nobody did.
    is_own = event.by is None and event.state != "checked"
    return Happened(event.state, event.revision or event.version, event.at, is_own)


def addressee(claim: Claim) -> Addressee:
    """To whom messages of a claim go."""
    return Addressee(claim.email, claim.unit.county)


def course(kept: KeptClaim) -> Course:
    """How a claim has gone on since whoever reported it last did something herself."""
    holding = claim_events.holding(kept.events)
    happened = [_happened(each) for each in claim_events.as_they_happened(holding)]
    return Course.of(kept.claim.receipt, addressee(kept.claim), happened)


def find(receipt: str) -> KeptClaim | None:
    """A claim, its events and its papers.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, kept_papers.SORT), _HEAD)
    head = next((item for item in items if item["sk"] == _HEAD), None)
    return _kept(head, items) if head else None


def _kept(head: dict[str, Any], items: list[dict[str, Any]]) -> KeptClaim:
    return KeptClaim(
        kept.read(Claim, head),
        [kept.read(Event, each) for each in _sorted(items, _EVENT)],
        [kept.read(Document, each) for each in _sorted(items, kept_papers.SORT)],
    ).holding()


def _sorted(items: list[dict[str, Any]], sort: str) -> list[dict[str, Any]]:
    return [item for item in items if item["sk"].startswith(sort)]


def as_head(whole: KeptClaim) -> dict[str, Any]:
    """The head of a claim, with its place in the desk's queue."""
    claim = whole.claim
    placed = claim_course.place(claim.receipt, claim.unit.name, whole.stands)
    return kept.to_item(item_key(claim.receipt, _HEAD), claim, **placed)


def put_checked(receipt: str, version: int, now: datetime) -> None:
    """Keep in the claim's story that its papers were looked at; the first time stands."""
    event = Event(at=now, state="checked", version=version)
    item = kept.to_item(item_key(receipt, f"{_EVENT}CHECKED#{version:06d}"), event)
    table.put_if("attribute_not_exists(pk)", item)


def keep_place(receipt: str) -> KeptClaim:
    """Bring a claim's place in the desk's queue in step with its papers; the claim as it is.

    Where that changes it, whoever decides on what she saw before gets a conflict.

    Raises:
        LookupError: there is no such claim.
        TimeoutError: it was changed again and again meanwhile.
    """
    for _ in range(_PLACINGS):
        items = table.between(item_key(receipt, kept_papers.SORT), _HEAD)
        head = next((item for item in items if item["sk"] == _HEAD), None)
        if head is None:
            raise LookupError("no such claim")
        whole = _kept(head, items)
        placed = claim_course.place(receipt, whole.claim.unit.name, whole.stands)
        if placed.items() <= head.items() or _is_placed(whole.claim, placed):
            return whole
    raise TimeoutError("the claim was changed meanwhile")


def note_person(receipt: str, keyed: str) -> None:
    """Keep by which hash she is known now, where another key makes it than that of her report."""
    change = "SET person = :keyed"
    table.update_if("attribute_exists(pk)", item_key(receipt, _HEAD), change, {":keyed": keyed})


def _is_placed(claim: Claim, placed: "Mapping[str, str | bool]") -> bool:
    """Whether the head could be put into its place; not where it was changed meanwhile."""
    changes = {**placed, "revision": claim.revision + 1}
    item = table.update_if(
        "version = :held AND (attribute_not_exists(revision) OR revision = :seen)",
        item_key(claim.receipt, _HEAD),
        "SET " + ", ".join(f"#{name} = :{name}" for name in changes),
        {
            **{f":{name}": value for name, value in changes.items()},
            ":held": claim.version,
            ":seen": claim.revision,
        },
        {f"#{name}": name for name in changes},
    )
    return item is not None
