"""The texts of all diagnostics, one module for each family of codes."""
