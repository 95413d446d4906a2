"""The page on which this machine's day is put forward while everything submitted stays."""

from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Final

from flask import Flask, redirect, render_template, request
from werkzeug.wrappers import Response

from functions.platform import clock

ADDRESS: Final = "/another-day/"


def day_page() -> Flask:
    """The application that tells the day, and goes on to a later one."""
    app = Flask(__name__, template_folder=Path(__file__).with_name("day_pages"))

    def page(*, is_wrong: bool) -> str:
        return render_template("day.html", today=clock.now().date(), is_wrong=is_wrong)

    @app.get(ADDRESS)
    def told() -> str:
        return page(is_wrong=False)

    @app.post(ADDRESS)
    def gone_on() -> Response | tuple[str, int]:
        day = _day(request.form.get("day", ""))
        # What was kept on a day must not lie in the future of another.
        if day is None or day < clock.now().date():
            return page(is_wrong=True), HTTPStatus.UNPROCESSABLE_ENTITY
        clock.go_on(day)
        return redirect(ADDRESS, HTTPStatus.SEE_OTHER)

    return app


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
