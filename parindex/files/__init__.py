"""From disk to models and back: YAML with places, the library of sets and plans, evidence files, atomic writes."""
