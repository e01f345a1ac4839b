"""E-mails as .eml, with their attachments."""

import email.utils
import datetime
import zlib
from email.message import EmailMessage
from email.policy import SMTP

TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"), "odt": ("application", "vnd.oasis.opendocument.text"),
    "txt": ("text", "plain"), "csv": ("text", "csv"), "png": ("image", "png"),
}


def message(meta, body, attachments):
    """The bytes of the .eml; `attachments` are (name, bytes)."""
    mail = EmailMessage(policy=SMTP)
    for name in ("From", "To", "Cc", "Subject", "Importance"):
        if meta.get(name.lower()):
            mail[name] = meta[name.lower()]
    mail["Date"] = email.utils.format_datetime(datetime.datetime.fromisoformat(meta["sent"]))
    mail["Message-ID"] = f"<{zlib.crc32(body.encode()):08x}.{meta['date']}@mail.example.org>"
    mail["X-Demonstration"] = "Invented. No real person, place or event."
    mail.set_content(body, cte="quoted-printable")
    for name, data in attachments:
        kind = TYPES[name.rsplit(".", 1)[1]]
        mail.add_attachment(data, maintype=kind[0], subtype=kind[1], filename=name)
    if attachments:
        mail.set_boundary(f"=_{zlib.crc32(body.encode()):08x}_demo")
    return mail.as_bytes()
