"""Pathways.

A pathway is a set of steps, one per stage, and the transitions between them. A record rarely says
at which stage a patient is, so a record is folded over the pathway, and several stages may fit it.
"""
