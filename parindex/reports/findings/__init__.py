"""What a check found, in the formats of terminals, editors and CI servers: one module each, data in and text out."""
