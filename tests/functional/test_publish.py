"""The built site in its bucket: every address of a page is a key, and nothing stale stays."""

import importlib.util
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from functions.local.stack import Stack

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CreateBucketConfigurationTypeDef

ROOT = Path(__file__).parents[2]
BUCKET = "published-site"
BUNDLE = "assets/javascripts/bundle.0f1e2d3c.min.js"
PYTHON = "engine/python.0f1e2d3c4b5a6978/"
RULES = "engine/rules.0f1e2d3c4b5a6978.zip"
CHUNK = "js/chunks/chunk.ZQ2WIIK5.min.js"
FOR_A_YEAR = "public, max-age=31536000, immutable"
SITE = {
    "index.html": "home",
    "404.html": "nothing here",
    "notice/index.html": "the notice",
    "regulations/article-3/index.html": "article 3",
    "css/theme.css": "body {}",
    "js/roster/page.js": "export {}",
    "images/mark.svg": "<svg/>",
    "data/plan.json": "{}",
    "sitemap.xml.gz": "packed",
    BUNDLE: "bundle",
    CHUNK: "chunk",
    "engine/manifest.json": "{}",
    f"{PYTHON}python.wasm": "Python",
    f"{PYTHON}python.mjs": "export {}",
    RULES: "packed",
}


@pytest.fixture(scope="module")
def publish() -> ModuleType:
    """site/publish.py; the folder bears a standard module's name, so it is loaded by its path."""
    spec = importlib.util.spec_from_file_location("publish_site", ROOT / "site" / "publish.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for key, text in SITE.items():
        path = tmp_path / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def s3(emulated_aws: Stack) -> "Iterator[S3Client]":
    client: S3Client = emulated_aws.endpoint.client("s3")
    place: CreateBucketConfigurationTypeDef = {"LocationConstraint": "cn-northwest-1"}
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=place)
    yield client
    for each in client.list_objects_v2(Bucket=BUCKET).get("Contents", []):
        client.delete_object(Bucket=BUCKET, Key=each["Key"])
    client.delete_bucket(Bucket=BUCKET)
    client.close()


def stored_keys(s3: "S3Client") -> set[str]:
    return {item["Key"] for item in s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])}


def body(s3: "S3Client", key: str) -> str:
    return s3.get_object(Bucket=BUCKET, Key=key)["Body"].read().decode()


def test_a_page_is_found_at_its_address(publish: ModuleType, s3: "S3Client", folder: Path) -> None:
    publish.publish(s3, BUCKET, folder)
    assert body(s3, "notice/") == body(s3, "notice/index.html") == "the notice"
    assert body(s3, "regulations/article-3/") == "article 3"
    assert 'url=/regulations/article-3/"' in body(s3, "regulations/article-3")


def test_the_bucket_holds_the_files_the_addresses_and_nothing_else(
    publish: ModuleType, s3: "S3Client", folder: Path
) -> None:
    s3.put_object(Bucket=BUCKET, Key="gone/index.html", Body=b"old")
    s3.put_object(Bucket=BUCKET, Key="gone/", Body=b"old")
    publish.publish(s3, BUCKET, folder)
    addresses = {"notice/", "notice", "regulations/article-3/", "regulations/article-3"}
    assert stored_keys(s3) == set(SITE) | addresses


def test_publishing_again_takes_away_the_page_that_left(
    publish: ModuleType, s3: "S3Client", folder: Path
) -> None:
    publish.publish(s3, BUCKET, folder)
    (folder / "notice" / "index.html").unlink()
    (folder / "index.html").write_text("new home", encoding="utf-8")
    publish.publish(s3, BUCKET, folder)
    assert not [key for key in stored_keys(s3) if key.startswith("notice")]
    assert body(s3, "index.html") == "new home"


def test_a_chunk_that_left_stays_for_pages_that_are_open(
    publish: ModuleType, s3: "S3Client", folder: Path
) -> None:
    publish.publish(s3, BUCKET, folder)
    (folder / CHUNK).unlink()
    (folder / "js" / "roster" / "page.js").unlink()
    publish.publish(s3, BUCKET, folder)
    assert CHUNK in stored_keys(s3)
    assert "js/roster/page.js" not in stored_keys(s3)


def test_a_chunk_that_left_long_ago_goes(
    publish: ModuleType, s3: "S3Client", folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish.publish(s3, BUCKET, folder)
    (folder / CHUNK).unlink()
    monkeypatch.setattr(publish, "KEPT_FOR", timedelta(0))
    publish.publish(s3, BUCKET, folder)
    assert CHUNK not in stored_keys(s3)


SERVED_AS = [
    ("index.html", "text/html; charset=utf-8", "public, max-age=300"),
    ("notice/", "text/html; charset=utf-8", "public, max-age=300"),
    ("notice", "text/html; charset=utf-8", "public, max-age=300"),
    ("css/theme.css", "text/css; charset=utf-8", "public, max-age=300"),
    ("js/roster/page.js", "text/javascript; charset=utf-8", "public, max-age=300"),
    ("images/mark.svg", "image/svg+xml", "public, max-age=300"),
    ("data/plan.json", "application/json", "public, max-age=300"),
    ("sitemap.xml.gz", "application/octet-stream", "public, max-age=300"),
    ("engine/manifest.json", "application/json", "public, max-age=300"),
    (f"{PYTHON}python.wasm", "application/wasm", FOR_A_YEAR),
    (
        f"{PYTHON}python.mjs",
        "text/javascript; charset=utf-8",
        FOR_A_YEAR,
    ),
    (RULES, "application/zip", FOR_A_YEAR),
    (BUNDLE, "text/javascript; charset=utf-8", FOR_A_YEAR),
    (CHUNK, "text/javascript; charset=utf-8", FOR_A_YEAR),
]


def test_every_kind_of_object_is_served_as_what_it_is(
    publish: ModuleType, s3: "S3Client", folder: Path
) -> None:
    publish.publish(s3, BUCKET, folder)
    heads = [(key, s3.head_object(Bucket=BUCKET, Key=key)) for key, _, _ in SERVED_AS]
    served = [(key, head["ContentType"], head["CacheControl"]) for key, head in heads]
    assert served == SERVED_AS


@pytest.mark.parametrize("missing", ["index.html", "404.html"])
def test_a_folder_that_is_no_site_changes_nothing(
    publish: ModuleType, s3: "S3Client", folder: Path, missing: str
) -> None:
    s3.put_object(Bucket=BUCKET, Key="index.html", Body=b"the site that is there")
    (folder / missing).unlink()
    with pytest.raises(publish.NotASiteError, match=missing):
        publish.publish(s3, BUCKET, folder)
    assert stored_keys(s3) == {"index.html"}
