"""A day to come on one's own machine: pages say so and reckon from it, and it leaves no trace."""

from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.test import Client

from functions.local import day_to_try
from functions.local.__main__ import main
from functions.local.day_page import ADDRESS, day_page
from functions.local.site_files import SiteFiles
from functions.platform import clock

PAGE = "<!doctype html><html><head><title>安康保</title></head><body>首页</body></html>"
TODAY = clock.real().date()
DAY = timedelta(days=1)


@pytest.fixture
def site(tmp_path: Path) -> Client:
    for name in ("index.html", "404.html", "service-worker.js"):
        (tmp_path / name).write_text(PAGE * 20, encoding="utf-8")
    return Client(day_to_try.shown(SiteFiles(tmp_path)))


def test_every_page_says_the_day_and_no_browser_keeps_it(site: Client) -> None:
    before = site.get("/", headers={"Accept-Encoding": "gzip"})
    day = TODAY + 400 * DAY
    with clock.put_forward(day):
        assert clock.now().date() == day
        for path in ("/", "/nothing"):
            page = site.get(path, headers={"If-None-Match": before.headers["ETag"]})
            assert f"今天是 {day.year}年{day.month}月{day.day}日</p></body>" in page.text
            assert page.text.count('<head><script src="/day-to-try.js">') == 1
            assert (page.headers["Cache-Control"], page.headers.get("ETag")) == ("no-store", None)
        script = site.get("/day-to-try.js")
        assert f"const ahead = {400 * 86_400_000};" in script.text
        assert site.get("/day-to-try.css").mimetype == "text/css"
        assert site.get("/service-worker.js").status_code == 404


def test_without_it_nothing_is_added(site: Client) -> None:
    with clock.put_forward(TODAY):
        assert site.get("/").text == PAGE * 20
        assert site.get("/day-to-try.js").status_code == 404
        assert site.get("/service-worker.js").status_code == 200
    assert clock.ahead() == timedelta(0)


def test_the_day_goes_on_while_the_product_runs_and_never_back() -> None:
    page = Client(day_page())
    with clock.put_forward(TODAY + DAY):
        assert page.post(ADDRESS, data={"day": str(TODAY + 400 * DAY)}).status_code == 303
        assert clock.now().date() == TODAY + 400 * DAY
        assert page.post(ADDRESS, data={"day": str(TODAY + 400 * DAY)}).status_code == 303
        for wrong in (str(TODAY + 399 * DAY), "2027-02-30", ""):
            answer = page.post(ADDRESS, data={"day": wrong})
            assert (answer.status_code, "只能往后走" in answer.text) == (422, True)
        assert clock.now().date() == TODAY + 400 * DAY
        day = clock.now()
        assert f"{day.year}年{day.month}月{day.day}日" in page.get(ADDRESS).text
    assert clock.ahead() == timedelta(0)


@pytest.mark.parametrize("text", ["2027-02-30", "morgen", str(TODAY - DAY)])
def test_the_command_refuses_what_is_no_day_to_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.setenv("TODAY", text)
    assert main() == 1
    expected = f"TODAY must be {TODAY} or a later day, written like that.\n"
    assert capsys.readouterr().err == expected
