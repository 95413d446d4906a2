"""The page on which this machine's mailbox is read: what the service would have sent."""

from pathlib import Path
from typing import Final

from flask import Flask, Response, abort, render_template

from functions.local.mailbox import Letter, Mailbox

ADDRESS: Final = "/mailbox/"


def mailbox_page(mailbox: Mailbox) -> Flask:
    """The application that shows a mailbox, the newest letter first."""
    app = Flask(__name__, template_folder=Path(__file__).with_name("mailbox_pages"))

    def letter(number: int) -> Letter:
        if number >= len(mailbox.letters):
            abort(404)
        return mailbox.letters[number]

    @app.get(ADDRESS)
    def all_letters() -> str:
        numbered = list(enumerate(mailbox.letters))
        return render_template("mailbox.html", letters=reversed(numbered))

    @app.get(f"{ADDRESS}<int:number>/")
    def one(number: int) -> str:
        return render_template("mailbox.html", letter=letter(number), number=number)

    @app.get(f"{ADDRESS}<int:number>/html")
    def as_html(number: int) -> Response:
        return Response(letter(number).html, mimetype="text/html")

    return app
