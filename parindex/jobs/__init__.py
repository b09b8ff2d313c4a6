"""One module per job: joins disk, engine and output."""
