"""One drug for one body: the regimens of the guidelines, computed, as real products."""
