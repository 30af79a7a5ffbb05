"""Comparisons.

A measurement is compared with a threshold, with another measurement or with a site's parameter. A
threshold has a unit and lies in the plausible range of its measurement.
"""
