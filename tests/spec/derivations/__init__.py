"""Derivations.

How a feature comes from the events of a record, as of a day. A window includes both its edges;
what is dated after the day asked about does not exist yet. Each value names the entry that it rests
on, which here is a row's number.
"""
