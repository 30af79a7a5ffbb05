"""Findings, choices, and what is known.

A finding is so or not so, and is a condition by itself. A choice is exactly one of several options.
"""
