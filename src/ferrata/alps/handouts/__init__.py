"""Text for people with ALPS and their families, for a clinician to release."""

from __future__ import annotations

from importlib.resources import files

from ferrata.alps.sources import warrant
from ferrata.guideline.handout import read_handout

TOPICS = {
    "questions": (
        "what-is-alps",
        "what-is-alps-medicine",
        "is-there-a-main-medicine",
        "why-steroids-for-a-short-time",
        "why-keep-the-spleen",
        "can-it-be-cured",
        "is-treatment-the-same-for-all",
        "what-is-the-outlook",
        "check-ups-and-lymphoma",
        "other-organs",
    ),
    "medicines": (
        "prednisone",
        "methylprednisolone",
        "immune-globulin",
        "g-csf",
        "mycophenolate",
        "sirolimus",
        "rituximab",
        "hydroxychloroquine",
        "platelet-growth-medicines",
        "rarely-used-medicines",
        "why-not-anti-d",
    ),
    "situations": (
        "fever-without-a-spleen",
        "big-spleen-and-sport",
        "low-platelets-and-bleeding",
        "low-red-cells",
        "low-neutrophils-and-the-dentist",
        "tapering-steroids",
        "blood-tests-and-levels",
        "vaccines",
        "pregnancy-and-contraception",
        "starting-a-new-medicine",
        "missed-dose-or-vomiting",
        "moving-to-adult-care",
        "testing-the-family",
    ),
}
"""The topics by group, in the order they are listed."""

READERS = 'For people with ALPS and their families. "You" means the person with ALPS.'
"""For whom the handouts are written; it stands on every sheet."""

HANDOUTS = {
    topic: read_handout(
        topic,
        group,
        (files("ferrata.alps.handouts") / group / f"{topic}.md").read_text(encoding="utf-8"),
        warrant,
    )
    for group, topics in TOPICS.items()
    for topic in topics
}
"""The handouts by topic."""
