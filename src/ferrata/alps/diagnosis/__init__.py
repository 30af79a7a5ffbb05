"""Who has ALPS: criteria, classification, mimics, and the next test."""
