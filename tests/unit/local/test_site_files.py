"""The built site over HTTP."""

import gzip
from pathlib import Path

import pytest
from werkzeug.test import Client

from functions.local.site_files import SiteFiles, with_headers

LONG = "名单 " * 1000


@pytest.fixture
def site(tmp_path: Path) -> Client:
    folder = tmp_path / "site"
    files = {
        "index.html": "home",
        "404.html": "no such page",
        "notice/index.html": LONG,
        "js/roster.js": "export {}",
        "js/roster.mjs": "export {}",
        "images/mark.svg": "<svg/>",
        "search/search_index.json": "{}",
        "roster/list.xlsx": "PK",
        "roster/list.csv": "姓名",
        "roster/list.unheard": "?",
        "名单/index.html": "list",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("outside", encoding="utf-8")
    return Client(SiteFiles(folder))


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("path", "status", "content_type"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/notice/", 200, "text/html; charset=utf-8"),
        ("/%E5%90%8D%E5%8D%95/", 200, "text/html; charset=utf-8"),
        ("/js/roster.js", 200, "text/javascript; charset=utf-8"),
        ("/js/roster.mjs", 200, "text/javascript; charset=utf-8"),
        ("/images/mark.svg", 200, "image/svg+xml"),
        ("/search/search_index.json", 200, "application/json"),
        ("/roster/list.xlsx", 200, XLSX),
        ("/roster/list.csv", 200, "text/csv; charset=utf-8"),
        ("/roster/list.unheard", 200, "application/octet-stream"),
        ("/js/", 404, "text/html; charset=utf-8"),
        ("/js", 404, "text/html; charset=utf-8"),
        ("/js/roster.js/", 404, "text/html; charset=utf-8"),
        ("/nothing", 404, "text/html; charset=utf-8"),
        ("/../secret.txt", 404, "text/html; charset=utf-8"),
        ("/%2e%2e/secret.txt", 404, "text/html; charset=utf-8"),
        ("/notice/..%2f..%2fsecret.txt", 404, "text/html; charset=utf-8"),
    ],
)
def test_an_address_gives_its_page(site: Client, path: str, status: int, content_type: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, content_type)
    assert (answer.text == "no such page") is (status == 404)


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/notice", "/notice/"),
        ("/notice?a=1&b=%E5%90%8D", "/notice/?a=1&b=%E5%90%8D"),
        ("/%E5%90%8D%E5%8D%95", "/%E5%90%8D%E5%8D%95/"),
    ],
)
def test_a_folder_without_its_slash_is_redirected(site: Client, path: str, location: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (302, location)


@pytest.mark.parametrize(
    ("path", "accepts", "compressed"),
    [
        ("/notice/", "gzip, br", True),
        ("/notice/", "br", False),
        ("/notice/", "gzip;q=0", False),
        ("/", "gzip", False),
    ],
)
def test_long_text_is_compressed_where_asked(
    site: Client, path: str, accepts: str, compressed: bool
) -> None:
    answer = site.get(path, headers={"Accept-Encoding": accepts})
    assert (answer.headers.get("Content-Encoding") == "gzip") is compressed
    if compressed:
        assert gzip.decompress(answer.data).decode() == LONG


def test_a_page_that_has_not_changed_is_not_sent_again(site: Client) -> None:
    etag = site.get("/notice/").headers["ETag"]
    again = site.get("/notice/", headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_browser_asks_each_time_unless_it_is_told_otherwise(site: Client, tmp_path: Path) -> None:
    assert site.get("/notice/").headers["Cache-Control"] == "no-cache"
    kept = Client(SiteFiles(tmp_path / "site", "public, max-age=300"))
    assert kept.get("/notice/").headers["Cache-Control"] == "public, max-age=300"
    assert kept.get("/no-such-page/").headers["Cache-Control"] == "no-cache"


def test_only_reading_is_allowed(site: Client) -> None:
    assert site.head("/").status_code == 200
    refused = site.post("/")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_every_answer_has_the_headers(tmp_path: Path) -> None:
    client = Client(with_headers(SiteFiles(tmp_path), {"/": {"X-Frame-Options": "DENY"}}))
    answer = client.get("/")
    assert (answer.status_code, answer.headers["X-Frame-Options"]) == (404, "DENY")
