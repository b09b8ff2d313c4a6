"""A comparison of two sheets made visible: terminal, JSON and Markdown."""
