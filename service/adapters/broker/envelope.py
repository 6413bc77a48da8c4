"""The messages of the broker: what kind of work, and the id of what it is about."""

import uuid

from dramatiq import Message

from service.ports.jobs import Work


def envelope(work: Work, about: str) -> tuple[str, bytes]:
    """Return the id and the bytes of a message that asks for work."""
    message: Message[None] = Message(
        queue_name=work.value, actor_name=work.value, args=(about,), kwargs={}, options={}
    )
    return message.message_id, message.encode()


def about_of(message: "Message[None]") -> str:
    """Return the id of what a message is about."""
    return str(message.args[0]) if message.args else ""


def renewed(message: "Message[None]", what: str) -> "Message[None]":
    """Return the same message under another id; the same one each time for the same `what`.

    The row of a message that was passed on may still be there when it must be queued again.
    """
    return message.copy(message_id=str(uuid.uuid5(uuid.UUID(message.message_id), what)))
