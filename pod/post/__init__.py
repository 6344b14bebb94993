"""What carries messages out: mail over SMTP, and signed calls of the shop's own program.

Each carrier makes one try and says what became of it. A message has one name for all its tries, so that the other side
knows a repeat when it sees one.
"""
