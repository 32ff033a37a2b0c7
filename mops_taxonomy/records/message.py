"""What kind of message a program sends."""

from typing import Literal

__all__ = ["MessageType"]

MessageType = Literal["marketing", "transactional", "operational"]
"""`marketing` needs consent and a way to unsubscribe; `transactional` follows from something that the reader did, such
as a receipt; `operational` is needed to run a service. Operational programs reach people who have unsubscribed."""
