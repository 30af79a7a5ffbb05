"""In and out: the only place that knows foreign formats."""
