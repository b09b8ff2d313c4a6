"""What is wrong or doubtful: one registry of diagnostics, one module for each concern."""
