"""Time, doubt and silence.

Records know dates as exactly as `2020-10` or `2020-10-03 16:00`. An entry belongs to a window for
certain, perhaps or not at all; what is only perhaps inside widens a value and never settles one.
"""
