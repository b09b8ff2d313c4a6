"""The check of a criteria set: that it says what its authors meant. One module per concern."""
