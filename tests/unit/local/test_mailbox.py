"""The mailbox of this machine, read as its page shows it."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from functions.local.mailbox import Letter, Mailbox
from functions.local.mailbox_page import ADDRESS, mailbox_page


def mailbox(written: datetime) -> Mailbox:
    letter = EmailMessage()
    letter["To"], letter["Subject"] = "zhao@example.com", "已收到名单"
    letter["Date"] = format_datetime(written)
    letter.set_content("您好")
    letter.add_alternative("<p>您好</p>", subtype="html")
    found = Mailbox(0)
    found.letters.append(Letter.of(letter.as_bytes()))
    return found


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (datetime(2026, 11, 30, 1, 5, tzinfo=UTC), "2026年11月30日 09:05"),
        (datetime(2026, 11, 30, 15, 59, tzinfo=UTC), "2026年11月30日 23:59"),
        (datetime(2026, 11, 30, 16, 0, tzinfo=UTC), "2026年12月1日 00:00"),
    ],
)
def test_a_letter_says_in_chinese_when_it_was_written(written: datetime, said: str) -> None:
    visitor = mailbox_page(mailbox(written)).test_client()
    for address in (ADDRESS, f"{ADDRESS}0/"):
        assert f"发给 zhao@example.com，{said}<" in visitor.get(address).text
