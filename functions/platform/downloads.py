"""Files for one person: those made for her are gone after a day, all addresses in minutes."""

import secrets
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from functions.platform.aws import s3
from functions.platform.environment import environment
from shared_rules import patterns
from shared_rules.records import Record

LIFETIME: Final = timedelta(minutes=10)
_MEDIA_TYPES: Final = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".zip": "application/zip",
}
# What Windows refuses in file names, and what is not seen.
_UNFIT: Final = patterns.later(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\ufeff]')
_LONGEST_NAME: Final = 80


class Download(Record):
    """Where a file made for this person is to be fetched from, and until when."""

    url: str
    expires_at: datetime


def offer(data: bytes, folder: str, filename: str, now: datetime) -> Download:
    """Keep a file and give its address, which nobody can guess.

    The name stays with the object and out of the address: it may be a person's.
    """
    bucket, key = environment().uploads_bucket, f"{folder}/{secrets.token_urlsafe(32)}"
    s3().put_object(
        Bucket=bucket,
        Key=key,
        Body=data,
        ContentType=_MEDIA_TYPES[PurePosixPath(filename).suffix],
        ContentDisposition=_disposition(filename),
        CacheControl="no-store",
    )
    return _address({"Bucket": bucket, "Key": key}, now)


def record(key: str, filename: str, now: datetime) -> Download:
    """The address of an object in the records bucket, to be looked at.

    `filename` is part of the address: it must not be a person's.
    """
    return _of_records(key, f'inline; filename="{filename}"', now)


def kept(key: str, filename: str, now: datetime) -> Download:
    """The address of an object in the records bucket, to be saved under this name.

    `filename` is part of the address: it must not be a person's.
    """
    return _of_records(key, _disposition(filename), now)


def stem(filename: str) -> str:
    """The name of a file that somebody sent, without its folder and ending; safe to be used again.

    >>> stem("C:/我的文档/名单.2026.xlsx"), stem(".."), stem("a<b>.csv")
    ('名单.2026', '', 'ab')
    """
    name = filename.replace("\\", "/").rpartition("/")[2]
    bare = name.rpartition(".")[0] or name
    return _UNFIT.sub("", bare)[:_LONGEST_NAME].strip(" .")


def _of_records(key: str, disposition: str, now: datetime) -> Download:
    said = {"ResponseContentDisposition": disposition, "ResponseCacheControl": "no-store"}
    return _address({"Bucket": environment().records_bucket, "Key": key, **said}, now)


def _address(params: dict[str, str], now: datetime) -> Download:
    url = s3().generate_presigned_url(
        "get_object", Params=params, ExpiresIn=int(LIFETIME.total_seconds())
    )
    return Download(url=url, expires_at=now + LIFETIME)


def _disposition(filename: str) -> str:
    """The header that has a browser save under this name (RFC 6266)."""
    plain = f"file{PurePosixPath(filename).suffix}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"
