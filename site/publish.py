"""Publish the built site to its bucket: `python site/publish.py BUCKET`.

CloudFront reads the bucket by key and adds nothing to an address, so each page `x/index.html` is
stored under the key `x/` too, and under `x` a page that leads there. What the build no longer
holds is deleted, after everything new is in place; chunks of scripts are kept a week longer.
"""

import argparse
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from mimetypes import MimeTypes
from pathlib import Path
from typing import TYPE_CHECKING, Final

import boto3
from hashed_names import is_hashed

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

INDEX: Final = "index.html"
NEEDED: Final = (INDEX, "404.html")

# A page that was open when the site changed still asks for the chunks that it knows.
KEPT_FOR: Final = timedelta(days=7)
FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
FOR_FIVE_MINUTES: Final = "public, max-age=300"

# Built-in tables only: what a machine's own mime.types says must not decide.
_TYPES: Final = MimeTypes()
for _type, _suffix in (
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
    ("font/woff2", ".woff2"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
):
    _TYPES.add_type(_type, _suffix)

_LEAD_ON: Final = """<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>安康保</title>
<meta http-equiv="refresh" content="0; url=/{key}"><a href="/{key}">请点这里继续</a></html>
"""

log = logging.getLogger("publish")


class NotASiteError(Exception):
    """The folder does not hold a built site; publishing it would delete the one that is there."""


@dataclass(frozen=True)
class StoredObject:
    """One object of the bucket: its key, its bytes, and how it is to be served."""

    key: str
    body: bytes
    content_type: str
    cache_control: str


def publish(s3: "S3Client", bucket: str, folder: Path) -> None:
    """Make `bucket` hold the site in `folder` and nothing else.

    Raises:
        NotASiteError: the folder has no home page or no page for unknown addresses.
    """
    if missing := [name for name in NEEDED if not (folder / name).is_file()]:
        raise NotASiteError(f"{folder} is not a built site: {', '.join(missing)} missing")
    before = _stored_since(s3, bucket)
    published = set()
    for path in _files(folder):
        published |= {_put(s3, bucket, item) for item in _objects(folder, path)}
    gone = sorted(before.keys() - published)
    stale = [key for key in gone if not _is_still_asked_for(key, before[key])]
    for key in stale:
        s3.delete_object(Bucket=bucket, Key=key)
    log.info("%d objects published, %d deleted", len(published), len(stale))


def _files(folder: Path) -> list[Path]:
    """Pages last, so that none is served before what it loads; no sources that a builder copied."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".py")
    return sorted(files, key=lambda path: (path.suffix == ".html", path))


def _objects(folder: Path, path: Path) -> Iterator[StoredObject]:
    key = path.relative_to(folder).as_posix()
    body, content_type = path.read_bytes(), _content_type(key)
    yield StoredObject(key, body, content_type, _cache_control(key))
    directory = key.removesuffix(INDEX)
    if directory.endswith("/"):
        yield StoredObject(directory, body, content_type, FOR_FIVE_MINUTES)
        lead_on = _LEAD_ON.format(key=directory).encode()
        yield StoredObject(directory.rstrip("/"), lead_on, content_type, FOR_FIVE_MINUTES)


def _content_type(key: str) -> str:
    content_type, encoding = _TYPES.guess_type(key)
    if encoding is not None or content_type is None:
        return "application/octet-stream"
    return f"{content_type}; charset=utf-8" if content_type.startswith("text/") else content_type


def _cache_control(key: str) -> str:
    return FOR_A_YEAR if is_hashed(key) else FOR_FIVE_MINUTES


def _put(s3: "S3Client", bucket: str, item: StoredObject) -> str:
    s3.put_object(
        Bucket=bucket,
        Key=item.key,
        Body=item.body,
        ContentType=item.content_type,
        CacheControl=item.cache_control,
    )
    return item.key


def _stored_since(s3: "S3Client", bucket: str) -> dict[str, datetime]:
    """When each object of the bucket was last published."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    items = [item for page in pages for item in page.get("Contents", [])]
    return {item["Key"]: item["LastModified"] for item in items}


def _is_still_asked_for(key: str, since: datetime) -> bool:
    return is_hashed(key) and datetime.now(UTC) - since < KEPT_FOR


def main() -> None:
    """Publish as the command line says, with the credentials of the environment."""
    parser = argparse.ArgumentParser(description="Publish the built site to its bucket.")
    parser.add_argument("bucket", help="the stack's output SiteBucketName")
    parser.add_argument("--folder", type=Path, default=Path("build/site"))
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        publish(boto3.client("s3"), arguments.bucket, arguments.folder)
    except NotASiteError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
