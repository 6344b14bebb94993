"""The tables. SQLAlchemy Core, the same on SQLite and PostgreSQL.

What is searched, sorted or compared stands in columns; the rest of a value is JSON beside it. Times are UTC in
microseconds since 1970, so that both databases compare them alike. Every row carries tenant, actor and creation time.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from pod.store.columns import RowId, metadata
from pod.store.columns import by as _by
from pod.store.columns import who as _who

designs = Table(
    "designs",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("state", String(24), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("product", String(64), nullable=False),
    Column("search", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("chosen", Integer),
    Column("current_version_id", String(32), nullable=False),
    Column("brief", JSON, nullable=False),
    Index(None, "tenant_id", "created_at", "id"),
    Index(None, "tenant_id", "state"),
)

candidates = Table(
    "candidates",
    metadata,
    Column("design_id", String(32), ForeignKey("designs.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True),
    *_who(),
    Column("state", String(16), nullable=False),
    Column("body", JSON, nullable=False),
)

artworks = Table(
    "artworks",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("design_id", String(32), ForeignKey("designs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False),
    Column("body", JSON, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("design_id", String(32), ForeignKey("designs.id", ondelete="CASCADE"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("recipe", Text, nullable=False),
    Column("recipe_sha256", String(64), nullable=False),
    UniqueConstraint("design_id", "n"),
)

print_sets = Table(
    "print_sets",
    metadata,
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    *_who(),
)

print_files = Table(
    "print_files",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
    Column("area", String(64), nullable=False),
    Column("format", String(16), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("version_id", "area", "format"),
)

proofs = Table(
    "proofs",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
    Column("area", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("version_id", "area"),
)

approvals = Table(
    "approvals",
    metadata,
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),
    *_who(),
    Column("body", JSON, nullable=False),
)

uploads = Table(
    "uploads",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("sha256", String(64), nullable=False),
    Column("body", JSON, nullable=False),
)

edit_batches = Table(
    "edit_batches",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("revision", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "tenant_id", "created_at"),
)

orders = Table(
    "orders",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("external_ref", String(128), nullable=False),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("search", Text, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("tenant_id", "external_ref"),
    Index(None, "tenant_id", "created_at", "id"),
    Index(None, "tenant_id", "state"),
)

order_items = Table(
    "order_items",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("line", Integer, nullable=False),
    Column("version_id", String(32), ForeignKey("versions.id"), nullable=False, index=True),
    Column("body", JSON, nullable=False),
)

# names and streets stand apart from everything else, so that they can be erased without it
addresses = Table(
    "addresses",
    metadata,
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    *_who(),
    Column("body", JSON, nullable=False),
    # name and mail in small letters, for the search; erased with the address
    Column("search", Text, nullable=False, server_default=text("''")),
    Column("erased_at", BigInteger),
)

handoffs = Table(
    "handoffs",
    metadata,
    Column("reference", String(32), primary_key=True),
    *_who(),
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("partner", String(64), nullable=False),
    Column("state", String(24), nullable=False),
    Column("attempts", Integer, nullable=False),
    # by which some partners alone name an order in their messages
    Column("partner_order_id", String(128), nullable=False, server_default=text("''")),
    Column("body", JSON, nullable=False),
    Index(None, "tenant_id", "state"),
    Index(None, "partner_order_id"),
)

shipments = Table(
    "shipments",
    metadata,
    Column("id", String(64), primary_key=True),
    *_who(),
    Column("reference", String(32), ForeignKey("handoffs.reference", ondelete="CASCADE"), nullable=False, index=True),
    Column("body", JSON, nullable=False),
)

# what was wrong with what was made; words and pictures are in the body, and are erased with the customer's address
claims = Table(
    "claims",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "tenant_id", "state", "created_at"),
)

# what shops say was bought there; `ship_to` only until the order is placed, which keeps it where it can be erased
shop_orders = Table(
    "shop_orders",
    metadata,
    Column("tenant_id", String(64), primary_key=True),
    Column("shop", String(64), primary_key=True),
    Column("id", String(64), primary_key=True),
    *_by(),
    Column("number", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("order_id", String(32), nullable=False, index=True),
    Column("body", JSON, nullable=False),
    Column("ship_to", JSON),
    Index(None, "tenant_id", "state", "created_at"),
)

# parcels that a shop has been told of, by its own id of them
shop_parcels = Table(
    "shop_parcels",
    metadata,
    Column("shop", String(64), primary_key=True),
    Column("shipment_id", String(64), primary_key=True),
    *_who(),
    Column("shop_order_id", String(64), nullable=False),
    Column("told_as", String(128), nullable=False),
)

# secrets that shops change by themselves, sealed
shop_keys = Table(
    "shop_keys",
    metadata,
    Column("shop", String(64), primary_key=True),
    *_who(),
    Column("sealed", Text, nullable=False),
)

# up to when a shop's orders have been read
shop_marks = Table(
    "shop_marks",
    metadata,
    Column("shop", String(64), primary_key=True),
    *_who(),
    Column("read_until", BigInteger, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("design_id", String(32), nullable=False, index=True),
    Column("job_key", String(160), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("provider", String(64), nullable=False),
    Column("model", String(128), nullable=False),
    Column("state", String(16), nullable=False),
    Column("estimate_micros", BigInteger, nullable=False),
    Column("actual_micros", BigInteger),
    Column("currency", String(3), nullable=False),
    Column("price_table", String(64), nullable=False),
    Column("task_id", String(256), nullable=False),
    Column("request_id", String(256), nullable=False),
    Column("reason", Text, nullable=False),
    Column("visitor", String(64), nullable=False, server_default=text("''")),
    Column("sent_along", Text, nullable=False, server_default=text("''")),
    UniqueConstraint("job_key", "attempt"),
    Index(None, "tenant_id", "created_at"),
    Index(None, "created_at"),
    Index(
        "ix_ledger_under_way",
        "provider",
        sqlite_where=text("state IN ('submitting', 'submitted')"),
        postgresql_where=text("state IN ('submitting', 'submitted')"),
    ),
)

# an account with an image service is the whole shop's: these rows are of no tenant
provider_health = Table(
    "provider_health",
    metadata,
    Column("provider", String(64), primary_key=True),
    *_who(),
    Column("failures", Integer, nullable=False),
    Column("blocked_until", BigInteger),
    Column("why", Text, nullable=False),
    Column("milliturns", BigInteger, nullable=False),
    Column("turns_at", BigInteger),
    Column("latency_ms", BigInteger, nullable=False),
)

dead_models = Table(
    "dead_models",
    metadata,
    Column("provider", String(64), primary_key=True),
    Column("model", String(128), primary_key=True),
    *_who(),
    Column("reason", Text, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("topic", String(64), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("sent_at", BigInteger),
    Column("last_error", Text, nullable=False),
    # by which a customer's messages are found; their address and what was said to them go with the order's address
    Column("order_id", String(32), nullable=False, index=True),
    Column("recipient", String(320), nullable=False),
    Column("body", JSON, nullable=False),
    # nobody is told the same thing twice by the same way
    UniqueConstraint("tenant_id", "topic", "subject", "channel", "audience"),
    Index(None, "tenant_id", "created_at", "id"),
)

# what a tenant has decided about its messages
message_choices = Table(
    "message_choices",
    metadata,
    Column("tenant_id", String(64), primary_key=True),
    Column("actor", String(128), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("sender_name", String(128), nullable=False),
    Column("switched_off", JSON, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("source", String(64), primary_key=True),
    Column("event_id", String(200), primary_key=True),
    *_who(),
    Column("headers", JSON, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("processed_at", BigInteger),
    Column("error", Text, nullable=False, server_default=text("''")),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("tenant_id", String(64), primary_key=True),
    Column("scope", String(128), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("actor", String(128), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("request_sha256", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    *_who(),
    Column("kind", String(64), nullable=False),
    Column("lane", String(16), nullable=False),
    Column("key", String(160), nullable=False, unique=True),
    Column("subject", String(64), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("run_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("max_attempts", Integer, nullable=False),
    Column("lease_until", BigInteger),
    Column("lease_owner", String(128), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("last_error", Text, nullable=False),
    Index(
        "ix_jobs_open",
        "lane",
        "priority",
        "run_at",
        sqlite_where=text("state IN ('ready', 'running')"),
        postgresql_where=text("state IN ('ready', 'running')"),
    ),
    Index(
        "ix_jobs_parked",
        "tenant_id",
        "id",
        sqlite_where=text("state = 'parked'"),
        postgresql_where=text("state = 'parked'"),
    ),
    # rows change their state many times over: room on the page keeps the updates on it
    postgresql_with={"fillfactor": "70"},
)

# finished jobs, out of the way of the table that is claimed from and counted
jobs_archive = Table(
    "jobs_archive",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    *_who(),
    # SQLite may give a number that has become free to the next job: it is no key here
    Column("job_id", BigInteger, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("lane", String(16), nullable=False),
    Column("key", String(160), nullable=False),
    Column("subject", String(64), nullable=False, index=True),
    Column("payload", JSON, nullable=False),
    Column("run_at", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("id", RowId, primary_key=True, autoincrement=True),
    *_who(),
    Column("subject", String(64), nullable=False, index=True),
    Column("came_from", String(32), nullable=False),
    Column("became", String(32), nullable=False),
    Column("note", Text, nullable=False),
    Column("origin", String(64), nullable=False, server_default=text("''")),
)

users = Table(
    "users",
    metadata,
    Column("name", String(128), primary_key=True),
    *_who(),
    Column("password_hash", String(256), nullable=False),
    Column("role", String(16), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id_sha256", String(64), primary_key=True),
    *_who(),
    Column("user_name", String(128), ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("idle_until", BigInteger, nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(32), primary_key=True),
    *_who(),
    Column("secret_sha256", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("name", String(128), nullable=False),
    Column("last_used_at", BigInteger),
    Column("revoked_at", BigInteger),
)

erasures = Table(
    "erasures",
    metadata,
    Column("subject_hash", String(64), primary_key=True),
    *_who(),
)
