"""What holds for every treatment of cytopenia in ALPS."""

from __future__ import annotations

from decimal import Decimal

from ferrata.alps.sources import warrant
from ferrata.guideline.events import Treatment
from ferrata.guideline.monograph import Monograph, Outcome, Remark, Section

EVERY = Monograph(
    treatment=Treatment("every-treatment", "every treatment"),
    title="Every treatment of cytopenia in ALPS",
    drug=False,
    remarks=(
        Remark(
            Section.INDICATION,
            "Treat a clinically significant cytopenia; without one many patients need nothing.",
            warrant("R11"),
        ),
        Remark(
            Section.INDICATION,
            "At first autoimmune hemolytic anemia, thrombocytopenia and neutropenia are treated as "
            "in sporadic disease.",
            warrant("R14"),
        ),
        Remark(
            Section.BEFORE,
            "Rule out malignancy at any age when a cytopenia is significant or refractory.",
            warrant("R02"),
        ),
        Remark(
            Section.BEFORE,
            "Before immunosuppression ask for fever, fatigue, weight loss, anorexia and sudden "
            "focal node enlargement, and exclude lymphoma.",
            warrant("R13"),
        ),
        Remark(
            Section.BEFORE,
            "Ask by which way the count fell: held back in the spleen, crowded out of the marrow "
            "by benign lymphocytes, or autoimmune destruction.",
            warrant("R12"),
        ),
        Remark(
            Section.BEFORE,
            "The marrow is often normal: ask why the count fell before the next escalation.",
            warrant("R65"),
        ),
        Remark(
            Section.BEFORE,
            "Weigh risk and benefit before any drug that can do harm in the long term.",
            warrant("R66"),
        ),
        Remark(
            Section.WATCH,
            "Watch for the toxicity of each chosen drug.",
            warrant("R67"),
        ),
        Remark(
            Section.WATCH,
            "The need for treatment declines with age: ask again whether it is still needed.",
            warrant("R07"),
        ),
        Remark(
            Section.EVIDENCE,
            "Most evidence is of ALPS-FAS, about two thirds of the cohorts.",
            warrant("R05"),
        ),
        Remark(
            Section.EVIDENCE,
            "Cohort of ALPS-FAS: first seen at 5.6 years in the median, onset 1 to 53 years, "
            "followed for 13.5 years; one, two and three lineages low in 21, 23 and 25 %; 88 "
            "treated in the long term.",
            warrant("R06"),
        ),
        Remark(
            Section.EVIDENCE,
            "Most of those treated needed several agents, longer than one year.",
            warrant("R08"),
        ),
        Remark(
            Section.EVIDENCE,
            "For cytopenia of undetermined or other genetic cause all of this is extrapolation.",
            warrant("R63"),
        ),
        Remark(
            Section.EVIDENCE,
            "A scheme of treatment by severity has been published; its content is not known here.",
            warrant("M17"),
        ),
        Remark(
            Section.OFF_LABEL,
            "No license for ALPS is known here: agree and document the off-label use.",
            warrant("A195"),
        ),
    ),
    outcomes=(
        Outcome(
            "Cytopenia in ALPS-FAS",
            "recurrent multilineage cytopenia",
            "cohort of ALPS-FAS, Rao 2015",
            warrant("R06"),
            count=104,
            of=150,
            adverse=True,
        ),
        Outcome(
            "Pulses of steroids were given",
            "given at any time; not a response",
            "those of that cohort who were treated, Rao 2015",
            warrant("R06"),
            percent=Decimal(90),
        ),
    ),
)
