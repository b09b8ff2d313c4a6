"""Words, numbers, dates and the alphabet: Vietnamese by default, English on request."""
