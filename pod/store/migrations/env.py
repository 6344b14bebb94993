"""Alembic's entry: runs on the connection that the store hands over, inside its one transaction.

All steps of an upgrade are committed together, so that no service ever meets a schema between two releases.
"""

from alembic import context

from pod.store.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
