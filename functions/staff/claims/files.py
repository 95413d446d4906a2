"""A claim's files at the desk: papers and thumbnails through links for minutes, or all of it.

The archive has an index of the papers with their SHA-256, the report, and the papers that may be
opened. The same claim gives the same bytes, so that a digest tells whether two files are one.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from functions.claims import paper_kinds
from functions.platform import downloads
from functions.platform.downloads import Download
from functions.records import paper_store
from functions.records.claims import claim_events, payees, store
from functions.records.claims.kept_claim import KeptClaim
from functions.records.claims.models import RELATION_MESSAGES, KeptReport
from functions.records.claims.supplements import CaseFile
from functions.staff import archives, delimited, papers
from functions.staff.claims import as_reported, cases
from functions.staff.claims.models import ClaimExport
from functions.staff.models import Thumbnails
from functions.staff.people import Staff
from shared_rules.messages import catalogue

REPORTED: Final = "报案时间"
_INDEX: Final = (
    *("编号", "材料", "原文件名", "收到时间", "检查结果", "审核", "审核理由"),
    *("文件", "文件大小", "SHA-256"),
)


def link(staff: Staff, receipt_text: str, document_id: str, now: datetime) -> Download:
    """Where a paper is to be looked at; that it was looked at is logged.

    Raises:
        Problem: 404: there is no such paper, or it is not hers to see; 409: it is in quarantine.
    """
    kept = cases.decidable(staff, receipt_text)
    offer = papers.link(papers.find(kept.documents, document_id), now)
    cases.note(staff, kept, "viewed_paper", now, document_id=document_id)
    return offer


def thumbnails(staff: Staff, receipt_text: str, now: datetime) -> Thumbnails:
    """Where the small pictures of the papers are, of those that have one; logged as one look.

    Nobody can read a paper in them: it counts as opened once `link` was asked for it.

    Raises:
        Problem: 404: there is no such claim, or it is not hers to see.
    """
    kept = cases.decidable(staff, receipt_text)
    cases.note(staff, kept, "viewed_thumbnails", now)
    return papers.thumbnails(kept.documents, now)


def export(staff: Staff, receipt_text: str, now: datetime) -> ClaimExport:
    """The archive of a claim; that it was taken along is logged before it is given.

    Raises:
        Problem: 404: there is no such claim, or it is not hers to see.
    """
    kept = cases.decidable(staff, receipt_text)
    receipt, made = kept.claim.receipt, of(kept, store.case_file(kept))
    about: dict[str, Any] = {
        "receipt": receipt,
        "version": kept.claim.version,
        "revision": kept.claim.revision,
        "state": kept.stands.state,
    }
    archive = archives.pack(made, about)
    cases.note(staff, kept, "exported_claim", now, sha256=archive.sha256)
    offer = downloads.offer(archive.data, "desk", f"{receipt}.zip", now)
    return ClaimExport(**dict(offer), files=archive.files, sha256=archive.sha256)


def of(kept: KeptClaim, said: CaseFile) -> dict[str, bytes]:
    """All files of a claim, each below its receipt: index, report, supplements and papers."""
    receipt, bytes_of = kept.claim.receipt, dict(_bytes(kept))
    return {
        f"{receipt}/目录.csv": delimited.written([_INDEX, *_index(kept, bytes_of)]),
        f"{receipt}/报案.csv": delimited.written(report_lines(kept, said.report)),
        **_supplemented(kept, said),
        **{_path(kept, document_id): data for document_id, data in bytes_of.items()},
    }


def _bytes(kept: KeptClaim) -> Iterator[tuple[str, bytes]]:
    """The bytes of each paper that may be opened, by its id."""
    for document in kept.documents:
        if document.clean_object:
            yield document.document_id, paper_store.clean_bytes(document.clean_object)


def _path(kept: KeptClaim, document_id: str) -> str:
    """Where a paper is in the archive: what it was called stays in the index, as text."""
    document = papers.find(kept.documents, document_id)
    kind = paper_kinds.by_kind()[document.kind].name
    name = downloads.stem(kind)
    return f"{kept.claim.receipt}/材料/{document_id}-{name}{papers.ending(document)}"


def _index(kept: KeptClaim, bytes_of: Mapping[str, bytes]) -> Iterator[tuple[str, ...]]:
    stands = kept.stands
    for document in kept.documents:
        decision = stands.decisions.get(document.document_id)
        data = bytes_of.get(document.document_id)
        yield (
            document.document_id,
            paper_kinds.by_kind()[document.kind].name,
            document.filename,
            document.received_at.isoformat(),
            cases.paper_state(document),
            claim_events.told(decision.state) if decision else "",
            (decision.reason if decision else None) or "",
            "" if data is None else _path(kept, document.document_id),
            "" if data is None else str(len(data)),
            "" if data is None else hashlib.sha256(data).hexdigest(),
        )


def _supplemented(kept: KeptClaim, said: CaseFile) -> dict[str, bytes]:
    """For each supplement what held after it, line by line."""
    return {
        f"{kept.claim.receipt}/补充{number}.csv": delimited.written(
            [("补充时间", each.at.isoformat()), *report_lines(kept, said.after(number))]
        )
        for number, each in enumerate(said.supplements, 1)
    }


def report_lines(kept: KeptClaim, report: KeptReport) -> list[tuple[str, str]]:
    """The report, line by line: what it is, and what was said."""
    asked = report.reported
    lines = [
        ("回执号", kept.claim.receipt),
        ("状态", claim_events.label(kept.stands.state)),
        (REPORTED, report.reported_at.isoformat()),
        ("被保险人", asked.insured.name),
        ("身份证号", asked.insured.id_number),
        ("被保险人电话", asked.insured.phone),
        ("单位", asked.unit.name),
        ("县区", asked.unit.county),
        ("病种", asked.diagnosis.disease or ""),
        ("诊断证明上写的", asked.diagnosis.certificate or ""),
        ("以前得过癌症", as_reported.earlier(asked.diagnosis) or ""),
        ("病检标本提取日", str(asked.diagnosis.specimen_date or "")),
        ("确诊日期", str(asked.diagnosis.diagnosis_date)),
        ("医院", asked.diagnosis.hospital),
        *(("住院", f"{stay.admission} 至 {stay.discharge or ''}") for stay in asked.stays),
        ("报案人", asked.reporter.name),
        ("与被保险人关系", catalogue()[RELATION_MESSAGES[asked.reporter.relation]].title),
        ("报案人电话", asked.reporter.phone),
        ("报案晚了的原因", asked.late_reason or ""),
    ]
    if asked.bank:
        lines += [
            ("银行", asked.bank.bank),
            ("卡号", asked.bank.card_number),
            ("户名", asked.bank.account_holder),
            ("收款人", payees.said(asked.bank) or ""),
        ]
    return lines
