"""What the files say: one module per kind of file. Pure."""
