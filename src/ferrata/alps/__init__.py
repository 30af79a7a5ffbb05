"""The medicine of ALPS: declarations only."""
