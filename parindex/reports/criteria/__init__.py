"""Criteria sets made visible: one view of a set feeds the terminal and Word; the differences of two sets."""
