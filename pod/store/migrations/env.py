"""Alembic's entry: runs on the connection that the store hands over, inside its transaction."""

from alembic import context

from pod.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
