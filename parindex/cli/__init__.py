"""What an officer types: one module per command; parse, one call, print."""
