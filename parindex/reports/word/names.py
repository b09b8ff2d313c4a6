"""Names in the XML of a template."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of WordprocessingML."""
LIFTED = "_lifted"
"""Name of the element that stands for a lifted tag until the part is text again."""
