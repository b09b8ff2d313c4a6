"""A ranking of many units made visible: terminal, CSV, JSON and Excel, all from one view."""
