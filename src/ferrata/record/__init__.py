"""One patient: what was written, what it was taken to mean, and the events that follow."""
