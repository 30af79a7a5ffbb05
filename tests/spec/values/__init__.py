"""Values.

What a condition looks at is a feature: a measurement, a finding or a choice. The value of a feature
is known, or lies between two bounds, or is unknown for a reason; nothing is ever assumed.
"""
