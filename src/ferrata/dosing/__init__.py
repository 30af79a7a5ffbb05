"""Algorithms of amounts. Data come as arguments: nothing here knows the medicine."""
