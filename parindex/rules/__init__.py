"""The rule language: one module per kind of rule, with its fields, its arithmetic and its working. Pure."""
