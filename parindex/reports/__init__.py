"""A score sheet made visible. Data and template bytes in, bytes or text out; no disk, no clock."""
