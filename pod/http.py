"""Outgoing HTTP: one requests wrapper with time limits, guarded addresses, redaction and verdicts."""
