"""Old policies and their imports as they are kept: the one place that reads and writes them.

An import's head lies with all other imports in one partition, so that the desk sees them with one
query; its entries of the outbox lie under its own receipt. A policy's head lies under the policy's
receipt, which follows from its number and the year of its first day: the same policy, brought by
whatever workbook, has the same place.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from functions.platform import objects, table
from functions.platform.keyed_hash import keys
from functions.records import kept, outbox, receipts, uploads
from functions.records.old_policies.models import Brought, Event, Import, OldPolicy, PolicyLines
from functions.records.outbox import Entry, Task
from functions.records.record_keys import folder, item_key

_IMPORTS: Final = "IMPORTS"
_HEAD: Final = "HEAD"
_ATTEMPTS: Final = 5
_UNCHANGED: Final = "size(events) = :events"
_PROGRESS: Final = "SET done = :done, skipped = :skipped, lists = :lists, cases = :cases"
_TASKS: Final[dict[int, Task]] = {1: "import", 3: "take-back"}
"""What is to be done after which of an import's events."""


class Number(NamedTuple):
    """By what an old policy is known: its number, and the year of its first day."""

    number: str
    year: int


class Place(NamedTuple):
    """Where an old policy is kept, and what is kept there already."""

    receipt: str
    policy: OldPolicy | None


# ---- imports ----


def put_original(receipt: str, data: bytes) -> str:
    """Keep the workbook byte for byte; the key of its object."""
    return objects.put(f"{folder(receipt, 1)}/original", data, "application/octet-stream")


def put_lines(receipt: str, policies: list[PolicyLines]) -> str:
    """Keep the policies that are to be brought in; the key of their object."""
    content = Brought(policies=policies).model_dump_json().encode()
    return objects.put(f"{folder(receipt, 1)}/policies", content, "application/json")


def lines(imported: Import) -> list[PolicyLines]:
    """The policies that an import brings in, with their people."""
    return kept.read_json(
        Brought, objects.get(imported.lines_object), imported.lines_object
    ).policies


def begin(imported: Import, upload_id: str) -> None:
    """Make an import visible, with what is to be done; or nothing of it.

    Raises:
        Taken: `import` or `upload` was there already.
    """
    table.transact(
        {
            "import": table.put_new(kept.to_item(_import_key(imported.receipt), imported)),
            "upload": uploads.use(upload_id, imported.receipt),
            "outbox": _entry(imported),
        }
    )


def reverse(old: Import, event: Event) -> None:
    """Have all that an import brought in taken back.

    Raises:
        Taken: the import is no longer what `old` says.
    """
    again = {"done": 0, "lists": [], "cases": []}
    new = old.model_copy(update={"events": [*old.events, event], **again})
    item = kept.to_item(_import_key(new.receipt), new)
    unchanged = table.put_where(_UNCHANGED, item, {":events": old.revision})
    table.transact({"import": unchanged, "outbox": _entry(new)})


def note_done(imported: Import) -> None:
    """Keep how far the work is, so that who goes on with it begins there."""
    _change(imported, _PROGRESS)


def finish(imported: Import, event: Event) -> None:
    """Keep that the work is done; with the same again, nothing changes."""
    change = f"{_PROGRESS}, events = list_append(events, :happened)"
    _change(imported, change, happened=[event.model_dump(mode="json")])


def find(receipt: str) -> Import | None:
    """An import.

    Raises:
        UnreadableError: it is there, and cannot be read.
    """
    item = table.get(_import_key(receipt))
    return kept.read(Import, item) if item else None


def remove_import(receipt: str) -> None:
    """Delete the head of an import, once all else of it is gone."""
    table.delete(_import_key(receipt))


def imports() -> tuple[list[Import], list[str]]:
    """All imports, the newest first; some hundred once, and few after that.

    Beside them the receipts of those that cannot be read; each is logged.
    """
    every, unreadable = kept.readable(Import, table.all_in(_IMPORTS))
    every.sort(key=lambda each: each.at, reverse=True)
    return every, [item["sk"] for item in unreadable]


def _change(imported: Import, change: str, **more: Any) -> None:
    progress = imported.model_dump(include={"done", "skipped", "lists", "cases"})
    values = {"events": imported.revision, **progress, **more}
    table.update_if(
        _UNCHANGED,
        _import_key(imported.receipt),
        change,
        {f":{name}": value for name, value in values.items()},
    )


def _entry(imported: Import) -> Any:
    event, at = imported.revision, imported.events[-1].at
    return outbox.entry(Entry(imported.receipt, event), at, version=1, task=_TASKS[event])


def _import_key(receipt: str) -> dict[str, str]:
    return {"pk": _IMPORTS, "sk": receipt}


# ---- policies ----


def places(wanted: Iterable[Number]) -> dict[Number, Place]:
    """Where old policies are, or would be, kept; a read for each hundred of them.

    What is kept stays where the key of its time has put it.

    Raises:
        RuntimeError: one has no place, as others have taken all that are its own.
    """
    missing = set(wanted)
    found: dict[Number, Place] = {}
    for key in reversed(keys()):
        found |= _places(missing, key)
        missing -= {number for number, place in found.items() if place.policy}
    return found


def _places(wanted: Iterable[Number], key: int) -> dict[Number, Place]:
    missing = set(wanted)
    found: dict[Number, Place] = {}
    for attempt in map(str, range(_ATTEMPTS)):
        tried = {
            receipts.make("BL", each.year, each.number, attempt, key=key): each for each in missing
        }
        items = table.get_all([item_key(receipt, _HEAD) for receipt in tried])
        heads = {item["receipt"]: kept.read(OldPolicy, item) for item in items}
        for receipt, number in tried.items():
            head = heads.get(receipt)
            if head is None or head.number == number.number:
                found[number] = Place(receipt, head)
        missing -= found.keys()
        if not missing:
            return found
    raise RuntimeError("an old policy has no place")


def policy(receipt: str) -> OldPolicy | None:
    """One old policy."""
    item = table.get(item_key(receipt, _HEAD))
    return kept.read(OldPolicy, item) if item else None


def claim(imported: Import, brought: PolicyLines) -> OldPolicy | None:
    """Take a policy's place for an import; None where another import has brought the policy in.

    May be done again.
    """
    before = policy(brought.receipt)
    if before and not before.is_reversed:
        return before if before.import_receipt == imported.receipt else None
    head = OldPolicy(
        receipt=brought.receipt,
        version=before.version + 1 if before else 1,
        number=brought.number,
        unit=brought.unit,
        first_day=brought.first_day,
        last_day=brought.last_day,
        plan=brought.plan,
        people=len(brought.people),
        mark=brought.mark,
        import_receipt=imported.receipt,
        at=imported.at,
        by=imported.by,
    )
    # Ours may be there although it was refused: the SDK asks again where an answer was lost.
    is_ours = table.put_if(
        "attribute_not_exists(pk) OR is_reversed = :true OR import_receipt = :import",
        kept.to_item(item_key(head.receipt, _HEAD), head),
        {":true": True, ":import": imported.receipt},
    )
    return head if is_ours else None


def note_reversed(policy: OldPolicy) -> None:
    """Keep that a policy was taken back; `policy` is as it was before. May be done again."""
    head = policy.model_copy(update={"is_reversed": True, "version": policy.version + 1})
    table.put_if(
        "version = :version",
        kept.to_item(item_key(head.receipt, _HEAD), head),
        {":version": policy.version},
    )
