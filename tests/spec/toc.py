"""The order of the manual: chapters, and the sections of each."""

CONTENTS: dict[str, tuple[str, ...]] = {
    "values": ("units", "intervals"),
    "comparisons": ("thresholds", "measurements", "parameters"),
    "logic": ("all_of", "any_of", "at_least", "not_", "criterion"),
    "findings": ("finding", "choice", "known"),
    "derivations": (
        "latest",
        "lowest_highest",
        "days_with",
        "asserted",
        "ever_asserted",
        "stated",
        "on_treatment",
        "ever_treated",
        "days_since_start",
        "days_since_end",
        "days_since",
        "cases",
        "holds",
    ),
    "times": ("partial_dates", "unusable_results", "silence", "reviews", "windows"),
    "pathways": ("replay",),
}
"""Each chapter is a package, each section a module `test_<section>`."""
