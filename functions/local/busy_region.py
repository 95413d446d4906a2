"""`LISTS=150 CLAIMS=40 make serve`: a desk with work on it, of units and people who do not exist.

What comes in is judged and kept by the routes' own services, over some weeks until today, so that
some of it is overdue.
"""

import io
import os
import random
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any, Final, NamedTuple
from uuid import uuid4

from PIL import Image

from functions.claims import service as claims
from functions.claims.models import ClaimSubmitRequest
from functions.local import samples
from functions.local.demo_claim import CLAIM
from functions.local.demo_list import UNIT
from functions.local.proofs import solved
from functions.local.samples import Person
from functions.platform import clock, proof_of_work
from functions.platform.aws import s3
from functions.platform.environment import environment
from functions.records import uploads
from functions.records.areas import contact_ids
from functions.records.consent import Purpose, current_version
from functions.rosters import service as rosters
from functions.rosters.models import RosterSubmitRequest
from shared_rules.claim.papers import KINDS

MOST: Final = 1000
_OVER: Final = timedelta(days=25)
_KINDS: Final = ("小学", "中学", "医院", "幼儿园", "图书馆")
_SEED: Final = 150


class Busy(NamedTuple):
    """How many lists and claims there are to be."""

    lists: int
    claims: int


def asked() -> Busy | None:
    """What the environment asks for, nothing without; None: it is no such number."""
    texts = [os.environ.get(name) or "0" for name in ("LISTS", "CLAIMS")]
    numbers = [int(text) for text in texts if text.isascii() and text.isdecimal()]
    if len(numbers) < len(texts) or max(numbers) > MOST:
        return None
    return Busy(*numbers)


def fill(busy: Busy) -> None:
    """Submit them."""
    now = clock.now()
    chance = random.Random(_SEED)  # noqa: S311 - a repeatable sample, not a secret
    where = cycle(contact_ids())
    women = samples.people(busy.claims, seed=_SEED, today=now.date())
    for number in range(1, busy.lists + 1):
        _submit_list(f"示例{number}", next(where), chance, _moment(now, number / busy.lists))
    for number, woman in enumerate(women, start=1):
        moment = _moment(now, number / busy.claims)
        _report(woman, next(where), moment, is_complete=number % 2 == 0)


def _moment(now: datetime, share: float) -> datetime:
    """When something came in, of all that did."""
    return now - _OVER * (1 - share)


def _submit_list(name: str, county: str, chance: random.Random, moment: datetime) -> None:
    people = samples.people(
        chance.randint(5, 40), seed=chance.randrange(10**6), today=moment.date()
    )
    said = {
        "unit": UNIT | {"name": f"{county}{name}{chance.choice(_KINDS)}", "county": county},
        # What looks as if a spreadsheet had lost its last digits would be asked about.
        "rows": [asdict(each) for each in people if not each.id_number.endswith("000")],
        "consent": _consent("roster"),
    }
    request = RosterSubmitRequest.model_validate(said)
    rosters.submit(request, str(uuid4()), _proof(), moment)


def _report(woman: Person, county: str, moment: datetime, *, is_complete: bool) -> None:
    kinds = KINDS if is_complete else ()
    said = _reported(woman, county, moment.date()) | {
        "documents": [{"kind": kind, "upload_id": _paper(moment)} for kind in kinds],
        "consent": _consent("claim"),
    }
    request = ClaimSubmitRequest.model_validate(said)
    claims.submit(request, str(uuid4()), _proof(), moment)


def _reported(woman: Person, county: str, today: date) -> dict[str, Any]:
    def before(days: int) -> str:
        return (today - timedelta(days=days)).isoformat()

    days = {"diagnosis_date": before(4), "specimen_date": before(9)}
    return CLAIM | {
        "insured": CLAIM["insured"] | {"name": woman.name, "id_number": woman.id_number},
        "unit": {"name": f"{county}示例小学", "county": county},
        "diagnosis": CLAIM["diagnosis"] | days,
        "cover": CLAIM["cover"] | {"first_day": before(200)},
        "stays": [{"admission": before(12), "discharge": before(1)}],
        "bank": CLAIM["bank"] | {"account_holder": woman.name},
        "reporter": CLAIM["reporter"] | {"name": woman.name},
    }


def _paper(moment: datetime) -> str:
    upload = uploads.create("claim-document", "材料（示例）.png", moment)
    image = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(image, "png")
    s3().put_object(
        Bucket=environment().uploads_bucket, Key=upload.object_key, Body=image.getvalue()
    )
    return upload.upload_id


def _consent(what: Purpose) -> dict[str, Any]:
    given = {"personal_information": True, "sensitive_information": True}
    return given | {"version": current_version(what)}


def _proof() -> str:
    return solved(proof_of_work.new_challenge(clock.real()))
