"""The Excel form of a unit: what it fills in, with the points worked out as it types; and what each cell stands for."""
