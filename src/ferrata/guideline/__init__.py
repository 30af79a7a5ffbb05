"""The language that guidelines are written in. Standard library only."""
