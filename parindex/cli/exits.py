"""Exit codes of all commands (design, section 8)."""

OK = 0
"""No error-level finding."""
FINDINGS = 1
"""Error-level findings; with ``--strict`` warnings too."""
USAGE = 2
"""Usage error, the named input is unreadable or structurally invalid, or there is nothing to do."""
INTERNAL = 3
"""Internal fault; a log file is named."""
INTERRUPTED = 130
"""Ctrl-C."""
