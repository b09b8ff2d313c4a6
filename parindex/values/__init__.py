"""The small words that every room speaks. Pure: no disk, clock, locale or floating point."""
