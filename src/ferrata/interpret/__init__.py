"""The meanings of a guideline. They share nothing but the tree."""
