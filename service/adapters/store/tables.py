"""The tables, as they are after the last migration (a test compares the two).

Times are aware and in UTC. What can identify a person is kept sealed (see `sealing`): columns of
type SEALED hold nothing that can be read without the key.
"""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultExecutionContext

from service.records.letters import AMSTERDAM

SEALED = sa.LargeBinary


class UtcTime(sa.TypeDecorator[dt.datetime]):
    """An aware time; kept as UTC without a zone, so that SQLite and PostgreSQL sort alike."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, _dialect: sa.Dialect
    ) -> dt.datetime | None:
        """Refuse a time without a zone: nobody can say what it means."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a time without a zone cannot be stored"
            raise ValueError(message)
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, _dialect: sa.Dialect
    ) -> dt.datetime | None:
        """Return the time with its zone."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


# Names of keys and indexes that migrations can refer to, whatever the database calls its own.
metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite only counts up by itself in a column that is called INTEGER.
Counter = sa.BigInteger().with_variant(sa.Integer, "sqlite")
Id = sa.String(64)
Code = sa.String(64)


def _day_of_arrival(context: DefaultExecutionContext) -> dt.date:
    given: dict[str, Any] = context.get_current_parameters()  # type: ignore[no-untyped-call]
    arrived: dt.datetime = given["arrived_at"]
    return arrived.astimezone(AMSTERDAM).date()


def _organisation() -> sa.Column[str]:
    return sa.Column(
        "organisation_id", Id, sa.ForeignKey("organisation.id"), nullable=False, index=True
    )


organisation = sa.Table(
    "organisation",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("profile", Code, nullable=False),
    # a jurist looks at some letters of the mailroom before they go out: see `usecases/approval`
    sa.Column("four_eyes", sa.Boolean, nullable=False, default=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _organisation(),
    sa.Column("email", sa.String(320), nullable=False, unique=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("role", Code, nullable=False),
    sa.Column("password_hash", sa.String(200)),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_login_at", UtcTime),
    sa.Column("disabled_at", UtcTime),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("account_id", Id, sa.ForeignKey("account.id"), nullable=False, index=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("seen_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
)

invitation = sa.Table(
    "invitation",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    _organisation(),
    sa.Column("account_id", Id, sa.ForeignKey("account.id")),  # a new password for who has one
    sa.Column("role", Code, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Column("used_at", UtcTime),
)

api_key = sa.Table(
    "api_key",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _organisation(),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("key_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("scopes", sa.String(200), nullable=False),  # separated by spaces
    sa.Column("requests_per_minute", sa.Integer),
    sa.Column("upload_mb", sa.Integer),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_used_at", UtcTime),
    sa.Column("expires_at", UtcTime),
    sa.Column("revoked_at", UtcTime),
)

# Requests of a key in a minute, wrong passwords in a quarter: all processes count together. A
# period is named by the second since 1970 at which it began.
request_count = sa.Table(
    "request_count",
    metadata,
    sa.Column("who", Id, primary_key=True),
    sa.Column("period", sa.BigInteger, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

batch = sa.Table(
    "batch",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _organisation(),
    sa.Column("name", sa.String(400)),
    sa.Column("door", Code, nullable=False),  # api, pagina, map, mail
    sa.Column("received_at", UtcTime, nullable=False),
    sa.Column("received_by", sa.String(100), nullable=False),  # key, account, folder or mailbox
    sa.Column("channel_ids", sa.String(2000), nullable=False, default=""),  # where reports go
)

# Files of a batch that were not taken in, and why: the sender must be able to see each of them.
refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("id", Counter, primary_key=True, autoincrement=True),
    sa.Column("batch_id", Id, sa.ForeignKey("batch.id"), nullable=False, index=True),
    sa.Column("file", SEALED, nullable=False),
    sa.Column("code", Code, nullable=False),
    sa.Column("message", sa.String(2000), nullable=False),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("organisation_id", Id, primary_key=True),
    sa.Column("key_hash", sa.String(64), primary_key=True),
    sa.Column("request_hash", sa.String(64), nullable=False),
    sa.Column("batch_id", Id, sa.ForeignKey("batch.id"), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

blob = sa.Table(
    "blob",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
)

letter = sa.Table(
    "letter",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("batch_id", Id, sa.ForeignKey("batch.id"), nullable=False, index=True),
    # a scan with several letters: part 1 is the file, the others point to it
    sa.Column("first_id", Id, sa.ForeignKey("letter.id"), index=True),
    sa.Column("part", sa.Integer, nullable=False),
    sa.Column("file", SEALED, nullable=False),  # people put names and numbers in file names
    sa.Column("sha256", sa.String(64), sa.ForeignKey("blob.sha256"), nullable=False, index=True),
    # the e-mail that the letter came out of: kept as long as the letter
    sa.Column("message_sha256", sa.String(64), sa.ForeignKey("blob.sha256"), index=True),
    sa.Column("profile", Code, nullable=False),
    sa.Column("channel", Code, nullable=False),
    sa.Column("received", sa.Date),
    sa.Column("received_source", Code),
    sa.Column("postmarked", sa.Date),
    sa.Column("arrived_at", UtcTime, nullable=False),
    sa.Column("state", Code, nullable=False),
    sa.Column("claims", sa.Integer, nullable=False, default=0),  # times that a worker began
    sa.Column("claimed_at", UtcTime),
    sa.Column("finished_at", UtcTime),
    sa.Column("file_pages", sa.Integer),  # of the file as it was read, for the ledger
    sa.Column("first_page", sa.Integer),
    sa.Column("pages", sa.Integer),
    # of the report, for lists: nothing here identifies a person
    sa.Column("report_version", sa.Integer, nullable=False, default=0),
    sa.Column("verdict", Code),
    sa.Column("kind", Code),
    sa.Column("window_verdict", Code),
    sa.Column("last_day", sa.Date),
    sa.Column("urgency", sa.Integer, nullable=False, default=0),
    # urgency and last day as one text that sorts as the work is done (see `work_order`)
    sa.Column("work_order", sa.String(20), nullable=False, default="9 9999-12-31"),
    sa.Column("error_code", Code),
    sa.Column("summary", SEALED),  # what a list shows: sender, what is missing, kenmerk
    sa.Column("handled_at", UtcTime),  # when a person was done with it
    sa.Column("handled_by", Id, sa.ForeignKey("account.id")),
    sa.Column("bsn_hash", sa.String(64), index=True),  # keyed: see `sealing`
    # until when an answer of the sender is waited for: the earliest of the follow-ups to come
    sa.Column("waits_until", sa.Date),
    # for the overviews: the day in the Netherlands on which it came in here, what was found before
    # a person came to it, whether a person changed that, and how long it took until it was handled
    sa.Column("arrived_on", sa.Date, nullable=False, default=_day_of_arrival),
    sa.Column("machine_verdict", Code),
    sa.Column("is_changed", sa.Boolean, nullable=False, default=False),
    sa.Column("waited_days", sa.Integer),
    # lists answer every question from this one: a row with what is sealed in it is only read when
    # it is shown
    sa.Index(
        "ix_letter_lists",
        *("organisation_id", "number", "state", "verdict", "kind", "window_verdict"),
        *("profile", "channel", "received", "last_day"),
    ),
    sa.Index(
        "ix_letter_work_list",
        *("organisation_id", "handled_at", "work_order", "number"),
        *("verdict", "state", "kind", "window_verdict"),  # so that filters need not look further
    ),
    # the counts of the groups, answered from the index alone
    sa.Index(
        "ix_letter_groups", "organisation_id", "handled_at", "verdict", "state", "waits_until"
    ),
    # counted in the order of the index, without touching the table
    sa.Index(
        "ix_letter_overview",
        *("organisation_id", "arrived_on", "profile", "machine_verdict", "is_changed"),
        "waited_days",
    ),
    # what is near its last day, and what is past the term that it is kept
    sa.Index(
        "ix_letter_due",
        *("organisation_id", "handled_at", "last_day", "profile", "kind", "verdict"),
    ),
    sa.Index("ix_letter_organisation_id_state", "organisation_id", "state", "number"),
    sa.Index("ix_letter_organisation_id_verdict", "organisation_id", "verdict", "number"),
)

report = sa.Table(
    "report",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("content", SEALED, nullable=False),
    # by which version of its profile it was judged; null when nothing could be judged
    sa.Column("profile_sha256", sa.String(64), sa.ForeignKey("profile_text.sha256"), index=True),
)

# How often each element was found, missing or uncertain before a person came to it; counted once,
# when the letter is read, so destroying letters does not change it. Nothing here is of a person.
element_count = sa.Table(
    "element_count",
    metadata,
    sa.Column("organisation_id", Id, sa.ForeignKey("organisation.id"), primary_key=True),
    sa.Column("arrived_on", sa.Date, primary_key=True),
    sa.Column("profile", Code, primary_key=True),
    sa.Column("element", Code, primary_key=True),
    sa.Column("status", Code, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)

# Every text of a profile by which something was judged, or that an administrator put in use.
profile_text = sa.Table(
    "profile_text",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("profile", Code, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("kept_at", UtcTime, nullable=False),
)

# Which text of a profile an organisation uses, the last version of each; older ones stay.
profile_version = sa.Table(
    "profile_version",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    _organisation(),
    sa.Column("profile", Code, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("profile_text.sha256"), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("created_by", sa.String(100), nullable=False),
)

# How many months after it was handled a letter of this outcome is kept; no row: no term was set.
retention_rule = sa.Table(
    "retention_rule",
    metadata,
    sa.Column("organisation_id", Id, sa.ForeignKey("organisation.id"), primary_key=True),
    sa.Column("outcome", Code, primary_key=True),
    sa.Column("months", sa.Integer, nullable=False),
)

# Proposals to destroy letters, and the letters on them. They stay when the letters are gone:
# nothing refers to a letter, and nothing is of a person.
destruction = sa.Table(
    "destruction",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("state", Code, nullable=False, index=True),
    sa.Column("proposed_by", Id, sa.ForeignKey("account.id"), nullable=False),
    sa.Column("proposed_at", UtcTime, nullable=False),
    sa.Column("decided_by", Id, sa.ForeignKey("account.id")),
    sa.Column("decided_at", UtcTime),
    sa.Column("done_at", UtcTime),
)

destruction_line = sa.Table(
    "destruction_line",
    metadata,
    sa.Column("destruction_id", Id, sa.ForeignKey("destruction.id"), primary_key=True),
    sa.Column("letter_id", Id, primary_key=True),
    sa.Column("file_id", Id, nullable=False),
    sa.Column("outcome", Code, nullable=False),
    sa.Column("months", sa.Integer, nullable=False),
    sa.Column("arrived_on", sa.Date, nullable=False),
    sa.Column("handled_at", UtcTime, nullable=False),
    sa.Column("destroyed_at", UtcTime),
    sa.Column("why_kept", Code),
)

# What was read, to judge the letter again without reading it again.
reading = sa.Table(
    "reading",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("content", SEALED, nullable=False),
)

# Letters that went out because of a letter: as they were sent, with the concept they come from.
sent_letter = sa.Table(
    "sent_letter",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("kind", Code, nullable=False),
    sa.Column("format", Code, nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("blob.sha256"), nullable=False, index=True),
    sa.Column("content", SEALED, nullable=False),
    sa.Column("sent_on", sa.Date, nullable=False),
    sa.Column("last_day", sa.Date),  # for what was asked, as printed
    sa.Column("suspends", sa.Boolean, nullable=False),  # the decision term (Awb 7:10 lid 2)
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("created_by", sa.String(100), nullable=False),
    sa.Column("recalled_at", UtcTime),  # it did not go out after all
    sa.Column("recalled_by", sa.String(100)),
)

# Letters that are being written: one of each kind for a letter, until it is sent or thrown away.
concept = sa.Table(
    "concept",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("kind", Code, nullable=False),
    sa.Column("state", Code, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),  # two people do not undo each other's work
    sa.Column("report_version", sa.Integer, nullable=False),  # of the report that it rests on
    sa.Column("content", SEALED, nullable=False),
    sa.Column("is_edited", sa.Boolean, nullable=False),
    sa.Column("made_by", sa.String(100), nullable=False),
    sa.Column("changed_by", sa.String(100), nullable=False),
    sa.Column("changed_at", UtcTime, nullable=False),
    sa.Column("proposed_by", sa.String(100)),
    sa.Column("decided_by", sa.String(100)),
    sa.Column("decided_at", UtcTime),
    sa.Column("remark", SEALED),  # why it was sent back
    sa.Index("ix_concept_state", "state", "organisation_id", "letter_id"),
)

# Days on which somebody must look at a letter again, until it is done.
follow_up = sa.Table(
    "follow_up",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("sent_letter_id", Id, sa.ForeignKey("sent_letter.id"), index=True),
    sa.Column("kind", Code, nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("answered", sa.Date),  # when what was asked came in
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("created_by", sa.String(100), nullable=False),
    sa.Column("done_at", UtcTime),
    sa.Column("done_by", sa.String(100)),
    sa.Index("ix_follow_up_organisation_id_due", "organisation_id", "done_at", "due"),
)

# What people established about a letter; the machine's reading stays as it was.
correction = sa.Table(
    "correction",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("about", Code, nullable=False),  # id of an element, or `soort`
    sa.Column("act", Code, nullable=False),
    sa.Column("content", SEALED, nullable=False),
    sa.Column("account_id", Id, sa.ForeignKey("account.id"), nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("undone_at", UtcTime),
    # for the overviews: whose letter, when it came in, and what was read before a person came to it
    sa.Column("organisation_id", Id, sa.ForeignKey("organisation.id"), nullable=False),
    sa.Column("arrived_on", sa.Date, nullable=False),
    sa.Column("profile", Code, nullable=False),
    sa.Column("read_as", Code, nullable=False, default=""),
    sa.Index(
        "ix_correction_overview",
        *("organisation_id", "arrived_on", "about", "read_as", "act"),
        *("undone_at", "letter_id", "profile"),
    ),
)

# Words by which a letter is found, as keyed hashes: equal words are found, none can be read.
search_word = sa.Table(
    "search_word",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    sa.Column("hash", sa.String(64), primary_key=True, index=True),
)

# By what a letter belongs to others (person, case, picture), as keyed hashes.
dossier_key = sa.Table(
    "dossier_key",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    sa.Column("kind", Code, primary_key=True),
    sa.Column("organisation_id", Id, sa.ForeignKey("organisation.id"), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Index("ix_dossier_key_hash", "organisation_id", "hash"),
)

# What is left of a letter to see whether it came before: pieces of keyed hashes.
fingerprint = sa.Table(
    "fingerprint",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    sa.Column("words", sa.LargeBinary, nullable=False),
    sa.Column("rows", sa.LargeBinary, nullable=False),
)

# Two letters that are probably the same one; none of them is ever dropped for it.
duplicate = sa.Table(
    "duplicate",
    metadata,
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), primary_key=True),
    # no foreign key: two workers that end at once would each wait for the other's letter
    sa.Column("other_id", Id, primary_key=True, index=True),
    _organisation(),
    sa.Column("alike", Code, nullable=False),
    sa.Column("likeness", sa.Float, nullable=False),
    sa.Column("denied_at", UtcTime),  # when a person said that they are two letters
    sa.Column("denied_by", Id, sa.ForeignKey("account.id")),
)

event = sa.Table(
    "event",
    metadata,
    sa.Column("cursor", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("type", sa.String(100), nullable=False),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("report_version", sa.Integer, nullable=False),
    sa.Column("verdict", Code),  # of that report: the letter may have a later one
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Index("ix_event_organisation_id_cursor", "organisation_id", "cursor"),
    # SQLite would give the number of a removed last row out again, and a reader who is past it
    # would never see the new one
    sqlite_autoincrement=True,
)

channel = sa.Table(
    "channel",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _organisation(),
    sa.Column("kind", Code, nullable=False),  # webhook, map, amqp
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("settings", SEALED, nullable=False),  # addresses and secrets
    sa.Column("profiles", sa.String(2000), nullable=False, default=""),  # "" is every profile
    sa.Column("is_default", sa.Boolean, nullable=False),  # also for batches that name none
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("disabled_at", UtcTime),
    sa.Column("disabled_why", Code),
    sa.Column("away_until", UtcTime),  # the receiver was found away: nobody tries before then
    sa.Column("away_status", Code),
    sa.Column("removed_at", UtcTime),  # its row stays for the deliveries that name it
)

delivery = sa.Table(
    "delivery",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    _organisation(),
    sa.Column("event_id", Id, sa.ForeignKey("event.id"), nullable=False, index=True),
    sa.Column("letter_id", Id, sa.ForeignKey("letter.id"), nullable=False, index=True),
    sa.Column("channel_id", Id, sa.ForeignKey("channel.id"), nullable=False, index=True),
    sa.Column("state", Code, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("next_at", UtcTime),
    sa.Column("claimed_until", UtcTime),  # a worker is at it; nobody else begins before then
    sa.Column("queued_at", UtcTime),  # when its job was last put in the queue; null: it has none
    sa.Column("tried_at", UtcTime),
    sa.Column("last_status", Code),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("delivered_at", UtcTime),
    sa.Index("ix_delivery_state_next_at", "state", "next_at"),
    sa.Index("ix_delivery_channel_id_state", "channel_id", "state", "number"),
    sqlite_autoincrement=True,
)

# Work to do. The embedded broker hands rows out itself; with another broker they wait here only
# until they have been passed on (an outbox). Times are seconds since 1970: a broker compares them
# many times a second and no person reads them.
job = sa.Table(
    "job",
    metadata,
    sa.Column("number", Counter, primary_key=True, autoincrement=True),
    sa.Column("id", Id, nullable=False, unique=True),
    sa.Column("queue", Code, nullable=False),
    sa.Column("about", Id, nullable=False),  # id of a letter or a delivery
    sa.Column("message", sa.LargeBinary, nullable=False),  # for the broker; ids only
    sa.Column("due", sa.Float, nullable=False),
    sa.Column("owner", Id),
    sa.Column("lease_until", sa.Float),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("is_dead", sa.Boolean, nullable=False, default=False),
    sa.Column("why_dead", Code),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Index("ix_job_queue", "queue", "is_dead", "due", "number"),
)

# What an administrator must know: shown until someone has seen it.
alert = sa.Table(
    "alert",
    metadata,
    sa.Column("id", Counter, primary_key=True, autoincrement=True),
    sa.Column("organisation_id", Id, sa.ForeignKey("organisation.id")),
    sa.Column("code", Code, nullable=False),
    sa.Column("about", Id),  # id of a letter, delivery, channel, folder ...
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("seen_at", UtcTime),
    sa.Column("told_at", UtcTime),  # when the administrators got a message about it
)

# Whose turn it is to do what only one machine may do, such as walking along a mailbox.
turn = sa.Table(
    "turn",
    metadata,
    sa.Column("name", sa.String(200), primary_key=True),
    sa.Column("owner", Id, nullable=False),
    sa.Column("until", UtcTime, nullable=False),
)

# Messages of a mailbox that were taken in: it may be read again after a crash. `place` is where the
# message lay, so that it need not be fetched again to know it.
mail = sa.Table(
    "mail",
    metadata,
    sa.Column("mailbox", sa.String(100), primary_key=True),
    sa.Column("message_hash", sa.String(64), primary_key=True),
    sa.Column("place", sa.String(100), nullable=False),
    sa.Column("sha256", sa.String(64), sa.ForeignKey("blob.sha256"), index=True),
    sa.Column("batch_id", Id, sa.ForeignKey("batch.id"), nullable=False),
    sa.Column("needs_person", sa.Boolean, nullable=False),  # not all of it could be taken in
    sa.Column("taken_at", UtcTime, nullable=False),
    sa.Index("ix_mail_place", "mailbox", "place"),
)

# Files of a watched folder that were taken in, until they lie where they belong with their report.
watched = sa.Table(
    "watched",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("folder", sa.String(100), nullable=False),
    sa.Column("batch_id", Id, sa.ForeignKey("batch.id"), nullable=False, index=True),
    sa.Column("state", Code, nullable=False),
    # people put names and numbers in file names: as it came, where it lies, where it goes
    sa.Column("name", SEALED, nullable=False),
    sa.Column("lies", SEALED, nullable=False),
    sa.Column("place", SEALED, nullable=False),
    sa.Column("identity", sa.String(100), nullable=False),
    sa.Column("sha256", sa.String(64)),
    sa.Column("manifest", sa.String(64)),  # of the manifest that told about it
    sa.Column("taken_at", UtcTime, nullable=False),
    sa.Index("ix_watched_folder", "folder", "state"),
)

# Who saw, changed, exported and deleted what: a chain of rows, each with the hash of the one before
# it. No row refers to another table, for it stays when what it is about is destroyed; triggers
# refuse every change (see `append_only`).
audit = sa.Table(
    "audit",
    metadata,
    sa.Column("seq", Counter, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(40), nullable=False),  # in UTC; text, for the hash is over it
    sa.Column("organisation_id", Id),
    sa.Column("actor_kind", Code, nullable=False),
    sa.Column("actor_id", sa.String(100), nullable=False),
    sa.Column("act", Code, nullable=False),
    sa.Column("about", Code, nullable=False),
    sa.Column("about_id", sa.String(100), nullable=False),
    sa.Column("details", sa.String(2000), nullable=False),  # codes, as JSON
    sa.Column("subject", sa.String(64)),  # keyed hash of the BSN of whom the letter is
    sa.Column("trace", sa.String(100), nullable=False),
    sa.Column("previous", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Index("ix_audit_organisation_id_seq", "organisation_id", "seq"),
    sa.Index("ix_audit_about_id_seq", "about_id", "seq"),
    sa.Index("ix_audit_actor_id_seq", "actor_id", "seq"),
)

# When each round of the keeper last went well.
pulse = sa.Table(
    "pulse",
    metadata,
    sa.Column("name", sa.String(100), primary_key=True),
    sa.Column("beaten_at", UtcTime, nullable=False),
)
