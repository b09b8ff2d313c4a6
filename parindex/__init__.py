"""parindex: score the PAR Index from declared rules, facts and evidence, and show the working."""

from time import time_ns

__version__ = "0.1.0"

LOADED = time_ns()
"""When this process began to load the program, in nanoseconds: what is newer on the disk is not what runs."""
