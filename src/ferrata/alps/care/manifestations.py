"""What ALPS does besides the cytopenias: lymphoproliferation, liver, eyes, kidneys, lungs."""

from __future__ import annotations

from ferrata.alps.care.case import Care
from ferrata.alps.case import Case
from ferrata.alps.concepts import Drug
from ferrata.alps.course import Mycophenolate, Prednisone, Sirolimus
from ferrata.alps.sources import warrant
from ferrata.guideline.actions import Ask, Consider, Monitor, Refer
from ferrata.guideline.conditions import all_of, any_of, not_
from ferrata.guideline.pathway import Recommendation, Topic
from ferrata.guideline.units import day

_LYMPHOPROLIFERATION = (
    Recommendation(
        id="lymphoproliferation-observe",
        topic=Topic.MANIFESTATION,
        title="Lymphoproliferation that does no harm",
        when=all_of(Case.alps, not_(Case.lymphoproliferation)),
        do=(
            Ask(
                Case.lymphoproliferation,
                "Observe nodes and spleen; nothing is treated for its size or its look alone",
                warrant("P10", "R11", "E053"),
            ),
        ),
        warrant=warrant("P10", "E053"),
    ),
    Recommendation(
        id="lymphoproliferation-sirolimus",
        topic=Topic.MANIFESTATION,
        title="Lymphoproliferation that needs treatment",
        when=all_of(Case.lymphoproliferation, not_(Sirolimus.on)),
        do=(
            Consider(
                Drug.SIROLIMUS,
                "Sirolimus shrinks nodes and spleen",
                warrant("P10", "R28", "M12"),
            ),
        ),
        warrant=warrant("P10", "R28", "M12"),
    ),
    Recommendation(
        id="lymphoproliferation-judged",
        topic=Topic.MANIFESTATION,
        title="Lymphoproliferation on sirolimus",
        when=all_of(Case.lymphoproliferation, Sirolimus.on),
        do=(
            Monitor(
                Care.spleen,
                180 * day,
                "Spleen and nodes on sirolimus: judged at 6 months",
                warrant("M12", "A13"),
            ),
        ),
        warrant=warrant("M12", "A13"),
    ),
    Recommendation(
        id="lymphoproliferation-others",
        topic=Topic.MANIFESTATION,
        title="What does not shrink nodes and spleen",
        when=all_of(
            Case.lymphoproliferation,
            any_of(Mycophenolate.on, Prednisone.on, Care.on_azathioprine, Care.on_ciclosporin),
        ),
        do=(
            Ask(
                Case.lymphoproliferation,
                "Steroids, mycophenolate, azathioprine and ciclosporin do not reliably shrink "
                "them: do not raise one for that",
                warrant("R10", "M10", "P04", "P10"),
            ),
        ),
        warrant=warrant("R10", "M10", "P04", "P10"),
    ),
)

_ORGANS = tuple(
    Recommendation(
        id=f"{id}-treated",
        topic=Topic.MANIFESTATION,
        title=finding.label,
        when=finding,
        do=(
            Refer(
                specialist,
                "Infection and drug toxicity first. Of ALPS: immunosuppression, and mycophenolate "
                f"or sirolimus to spare steroids{but}.",
                warrant("R22", "A217", *ids),
            ),
            Consider(
                Drug.MYCOPHENOLATE,
                f"It was used for this in ALPS ({id.replace('-', ' ')})",
                warrant("R22", *ids),
            ),
        ),
        warrant=warrant("R22", "A217", *ids),
    )
    for id, finding, specialist, but, ids in (
        ("hepatitis", Care.hepatitis, "a hepatologist", "", ("P12",)),
        ("uveitis", Care.uveitis, "an ophthalmologist", "", ("P12",)),
        (
            "nephritis",
            Care.nephritis,
            "a nephrologist",
            "; heavy proteinuria speaks against sirolimus",
            ("A09",),
        ),
        (
            "lung-infiltrates",
            Care.lung,
            "a pulmonologist",
            "; sirolimus itself can inflame the lung",
            ("A218",),
        ),
    )
)

MANIFESTATIONS = (
    *_LYMPHOPROLIFERATION,
    *_ORGANS,
    Recommendation(
        id="lung-on-sirolimus",
        topic=Topic.MANIFESTATION,
        title="Lung infiltrates on sirolimus",
        when=all_of(Care.lung, Sirolimus.on),
        do=(
            Refer(
                "the prescriber and a pulmonologist",
                "The drug itself can be the cause: hold sirolimus until that is settled.",
                warrant("A218"),
            ),
        ),
        warrant=warrant("A218"),
    ),
)
