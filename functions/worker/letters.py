"""Letters (通知邮件): what somebody is told by e-mail, as text and as HTML.

Of a case a letter says no more than its receipt: whoever else reads it learns neither who she is
nor what it is about.
"""

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from functions.platform.environment import mail_environment
from functions.platform.keyed_hash import keyed_hash
from functions.platform.templates import templates
from functions.records import messages, stopped_mail
from functions.records.areas import contact_of
from functions.records.messages import Addressee, Message

_SENDER: Final = "安康保"
_ID_LENGTH: Final = 32
_FOLDER: Final = Path(__file__).parent / "letter_templates"


def written(message: Message, to: Addressee, now: datetime) -> EmailMessage:
    """The letter that a message is; the same message has the same Message-ID whenever it is sent.

    Args:
        message: what it tells.
        to: whom.
        now: its date.
    """
    given = mail_environment()
    words = messages.words(message)
    token = stopped_mail.token(message.receipt, to.email)
    said = {
        "title": words.title,
        "message": words.message,
        "fix": words.fix,
        "receipt": message.receipt,
        "status_url": f"{given.site_url}/status/?receipt={message.receipt}",
        "contact": contact_of(to.county),
        "stop_url": f"{given.site_url}/status/#stop={token}",
    }
    letter = EmailMessage()
    letter["From"] = formataddr((_SENDER, given.mail_from))
    letter["To"] = to.email
    letter["Subject"] = f"{message.receipt} {words.title}"
    letter["Date"] = format_datetime(now)
    letter["Message-ID"] = f"<{_id_of(message)}@{urlsplit(given.site_url).hostname}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["List-Unsubscribe"] = f"<{given.site_url}/api/messages/{token}/unsubscribe>"
    letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    letter.set_content(templates(_FOLDER).get_template("letter.txt").render(said))
    letter.add_alternative(
        templates(_FOLDER).get_template("letter.html").render(said), subtype="html"
    )
    return letter


def _id_of(message: Message) -> str:
    return keyed_hash("message", message.receipt, message.name)[:_ID_LENGTH]
