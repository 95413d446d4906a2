"""Claims as they are kept: the one place that reads and writes them.

The table holds, under `CLAIM#<receipt>`, the head, one item an event and one a paper; the head has
its place in the desk's queue. S3 holds the report word for word, and the papers: in quarantine
until the worker has looked at them. One transaction makes a claim, papers that came later, or a
decision of the desk visible; objects of one that died before it are seen by nobody.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from functions.platform import objects, table
from functions.records import kept, outbox, submissions, summary_facts, uploads
from functions.records.claims import claim_course, claim_documents, claim_events
from functions.records.claims.claim_course import Standing
from functions.records.claims.claim_documents import Document
from functions.records.claims.claim_events import Event
from functions.records.claims.models import Claim, KeptReport
from functions.records.claims.supplements import CaseFile, KeptSupplement
from functions.records.record_keys import folder, item_key
from functions.records.submissions import SubmissionKey
from functions.records.summary_facts import OPEN_DISEASE, Reported
from functions.records.uploads import Upload
from shared_rules import plans
from shared_rules.identity import name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

_HEAD: Final = "HEAD"
_EVENT: Final = "EVENT#"
_PLACINGS: Final = 5


class KeptClaim(NamedTuple):
    """A claim, its events, the first first, and its papers in the order they came."""

    claim: Claim
    events: list[Event]
    documents: list[Document]

    @property
    def stands(self) -> Standing:
        """Where it stands."""
        plan, in_hospital = plans.in_force(self.claim.plan), self.claim.in_hospital
        return claim_course.standing(
            self.events, self.documents, in_hospital=in_hospital, plan=plan
        )

    @property
    def access_hash(self) -> str:
        """By which the access code is known."""
        return self.claim.access_hash

    def up_to(self, version: int) -> Self:
        """The same, of which nothing is known that came after a version."""
        return self._replace(
            events=[each for each in self.events if each.version <= version],
            documents=[each for each in self.documents if each.version <= version],
        )

    def begins_to_wait(self, version: int) -> bool:
        """Whether it was with this version that the papers became complete (第十五条)."""
        before = self.up_to(version - 1)
        now_waits = self.up_to(version).stands.state == "papers_complete"
        return now_waits and not (before.events and before.stands.state == "papers_complete")


class WholeClaim(NamedTuple):
    """A claim with all that was said of it."""

    kept: KeptClaim
    file: CaseFile


class Brought(NamedTuple):
    """A paper that comes with a claim, and the upload that brings it."""

    document: Document
    upload: Upload


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


def put_in_quarantine(upload: Upload, receipt: str, document_id: str) -> str:
    """Keep a paper's bytes where nobody opens them; the key of the object.

    Raises:
        RuleError: `upload.unknown`, nothing was sent.
    """
    return uploads.copy_to_records(upload, claim_documents.quarantine_place(receipt, document_id))


def save(
    claim: Claim, disease: str | None, brought: "Sequence[Brought]", key: SubmissionKey
) -> None:
    """Make a claim visible: head, first event, idempotency key, papers and uploads, or nothing.

    That there is one more of its disease is kept under a name by which nobody finds the claim.

    Raises:
        Taken: any of `claim`, `event`, `submission`, `document.…`, `upload.…` was there already.
    """
    now = claim.reported_at
    event = Event(at=now, state="reported", version=claim.version, revision=claim.revision)
    new = _with(KeptClaim(claim, [], []), claim, event, brought)
    fact = summary_facts.claim_part(
        Reported(disease=disease or OPEN_DISEASE), claim.unit.county, now.date()
    )
    table.transact(
        {
            "claim": table.put_new(_head(new)),
            "fact": fact,
            "submission": submissions.remember(key, claim.receipt, now),
            **_with_every_version(claim, event, brought),
        }
    )


def supplement(old: KeptClaim, brought: "Sequence[Brought]", now: datetime) -> None:
    """Add papers to a claim, or nothing.

    Raises:
        Taken: the claim was changed meanwhile, or an upload was used.
    """
    version, revision = old.claim.version + 1, old.claim.revision + 1
    claim = old.claim.model_copy(update={"version": version, "revision": revision})
    event = Event(at=now, state="supplemented", version=version, revision=revision)
    table.transact(
        {
            "claim": _put_over(old, _with(old, claim, event, brought)),
            **_with_every_version(claim, event, brought),
        }
    )


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
    changes = {
        "version": event.version,
        "revision": event.revision,
        "in_hospital": now.in_hospital,
        "insured_name": name.mask(now.insured.name),
    }
    claim = old.kept.claim.model_copy(update=changes)
    new = _with(old.kept, claim, event)
    table.transact({"claim": _put_over(old.kept, new), **_with_every_version(claim, event, ())})
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
    claim = old.claim.model_copy(update={"revision": event.revision, **changes})
    table.transact(
        {
            "claim": _put_over(old, _with(old, claim, event)),
            "event": table.put_new(_event_item(claim.receipt, event)),
            **besides,
        }
    )


def join(
    joined: tuple[KeptClaim, Event], leading: tuple[KeptClaim, Event], copies: "Sequence[Document]"
) -> None:
    """Join a claim to another one that takes its papers in as a version of its own, or nothing.

    Args:
        joined: the claim, and the event of its joining.
        leading: the one that stands for both, and the event of that.
        copies: the papers as the leading one has them; their bytes stay where they are.

    Raises:
        Taken: one of the two was changed meanwhile.
    """
    fact = _taken_back(joined[0], joined[1], -1)
    _both(joined, leading, copies, fact)


def part(joined: tuple[KeptClaim, Event], leading: tuple[KeptClaim, Event]) -> None:
    """Take a joining back, or nothing: each claim is what it was before.

    Raises:
        Taken: one of the two was changed meanwhile.
    """
    _both(joined, leading, (), _taken_back(joined[0], joined[1], 1))


def _taken_back(claim: KeptClaim, event: Event, claims: int) -> "TransactWriteItemTypeDef":
    """Of two reports of one illness the summary counts one."""
    disease = case_file(claim).now.reported.diagnosis.disease or OPEN_DISEASE
    fact = Reported(disease=disease, claims=claims)
    return summary_facts.claim_part(fact, claim.claim.unit.county, event.at.date())


def _both(
    joined: tuple[KeptClaim, Event],
    leading: tuple[KeptClaim, Event],
    copies: "Sequence[Document]",
    fact: "TransactWriteItemTypeDef",
) -> None:
    parts: dict[str, TransactWriteItemTypeDef] = {"fact": fact}
    for which, (old, event) in {"joined": joined, "leading": leading}.items():
        new = _after(old, event, copies if which == "leading" else ())
        parts[which] = _put_over(old, new)
        parts[f"{which}.event"] = table.put_new(_event_item(old.claim.receipt, event))
    for number, document in enumerate(copies):
        item = _document_item(leading[0].claim.receipt, document)
        parts[f"document.{number}"] = table.put_new(item)
    table.transact(parts)


def _after(old: KeptClaim, event: Event, copies: "Sequence[Document]") -> KeptClaim:
    """A claim after a joining, or a parting, with the stays that hold then."""
    changes = {"version": event.version, "revision": event.revision}
    new = _with(old, old.claim.model_copy(update=changes), event)
    held = _holding(new._replace(documents=[*old.documents, *copies]))
    in_hospital = bool(case_file(held).now.reported.stays)
    return held._replace(claim=held.claim.model_copy(update={"in_hospital": in_hospital}))


def _holding(whole: KeptClaim) -> KeptClaim:
    """A claim without the papers of one that it took in and that was parted from it since."""
    held = {id(each) for each in claim_events.holding(whole.events)}
    gone = {
        each.version for each in whole.events if each.state == "took_in" and id(each) not in held
    }
    return whole._replace(documents=[each for each in whole.documents if each.version not in gone])


def _with(
    old: KeptClaim, claim: Claim, event: Event, brought: "Sequence[Brought]" = ()
) -> KeptClaim:
    """A claim after an event."""
    documents = [each.document for each in brought]
    return KeptClaim(claim, [*old.events, event], [*old.documents, *documents])


def _put_over(old: KeptClaim, new: KeptClaim) -> "TransactWriteItemTypeDef":
    # Claims from before the desk have no revision.
    held = {":version": old.claim.version, ":revision": old.claim.revision}
    still = "version = :version AND (attribute_not_exists(revision) OR revision = :revision)"
    return table.put_where(still, _head(new), held)


def _event_item(receipt: str, event: Event) -> dict[str, Any]:
    sort = f"{_EVENT}{event.at.isoformat()}#{event.revision:06d}"
    return kept.to_item(item_key(receipt, sort), event)


def _with_every_version(
    claim: Claim, event: Event, brought: "Sequence[Brought]"
) -> "dict[str, TransactWriteItemTypeDef]":
    waiting = outbox.entry(claim.receipt, claim.version, event.at, version=claim.version)
    parts = {"event": table.put_new(_event_item(claim.receipt, event)), "outbox": waiting}
    for number, (document, upload) in enumerate(brought):
        parts[f"document.{number}"] = table.put_new(_document_item(claim.receipt, document))
        parts[f"upload.{number}"] = uploads.use(upload.upload_id, claim.receipt)
    return parts


def find(receipt: str) -> KeptClaim | None:
    """A claim, its events and its papers.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    items = table.between(item_key(receipt, claim_documents.SORT), _HEAD)
    head = next((item for item in items if item["sk"] == _HEAD), None)
    return _kept(head, items) if head else None


def _kept(head: dict[str, Any], items: list[dict[str, Any]]) -> KeptClaim:
    return _holding(
        KeptClaim(
            kept.read(Claim, head),
            [kept.read(Event, each) for each in _sorted(items, _EVENT)],
            [kept.read(Document, each) for each in _sorted(items, claim_documents.SORT)],
        )
    )


def _sorted(items: list[dict[str, Any]], sort: str) -> list[dict[str, Any]]:
    return [item for item in items if item["sk"].startswith(sort)]


def _head(whole: KeptClaim) -> dict[str, Any]:
    """The head of a claim, with its place in the desk's queue."""
    claim = whole.claim
    placed = claim_course.place(claim.receipt, claim.unit.name, whole.stands)
    return kept.to_item(item_key(claim.receipt, _HEAD), claim, **placed)


# ---- its papers, as the worker looks at them ----


def documents_of(receipt: str, version: int) -> list[Document]:
    """The papers that came with one version of a claim."""
    first, last = claim_documents.keys_of_version(receipt, version)
    return [kept.read(Document, item) for item in table.between(first, last)]


def from_quarantine(document: Document) -> bytes:
    """A paper's bytes as they came."""
    return objects.get(document.quarantine_object)


def put_clean(receipt: str, document_id: str, data: bytes, media_type: str) -> str:
    """Keep what may be opened of a paper; the key of the object."""
    return objects.put(claim_documents.clean_place(receipt, document_id), data, media_type)


def clean_bytes(clean_object: str) -> bytes:
    """What may be opened of a paper."""
    return objects.get(clean_object)


def leave_quarantine(document: Document) -> None:
    """Take a paper out of quarantine, once what may be opened of it is kept."""
    objects.remove(document.quarantine_object)


def put_state(receipt: str, document: Document) -> None:
    """Keep what was found of a paper; never over a state that is final."""
    table.put_if(
        "#state IN (:received, :scanning)",
        _document_item(receipt, document),
        {":received": "received", ":scanning": "scanning"},
        {"#state": "state"},
    )


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
        items = table.between(item_key(receipt, claim_documents.SORT), _HEAD)
        head = next((item for item in items if item["sk"] == _HEAD), None)
        if head is None:
            raise LookupError("no such claim")
        whole = _kept(head, items)
        placed = claim_course.place(receipt, whole.claim.unit.name, whole.stands)
        if placed.items() <= head.items() or _is_placed(whole.claim, placed):
            return whole
    raise TimeoutError("the claim was changed meanwhile")


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


def _document_item(receipt: str, document: Document) -> dict[str, Any]:
    return kept.to_item(claim_documents.key_of(receipt, document.document_id), document)
