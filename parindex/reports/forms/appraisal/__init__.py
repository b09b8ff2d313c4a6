"""The Excel workbooks of an appraisal: an agency's, and the unit's answers."""
