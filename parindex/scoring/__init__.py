"""Facts + rules + targets → score sheet. Pure: no disk, clock or locale."""
