"""parindex: score the PAR Index from declared rules, facts and evidence, and show the working."""

__version__ = "0.1.0"
