"""The stages of the cytopenia pathway. A0 to B5 are the boxes of Figure 1, column by column."""

from __future__ import annotations

from ferrata.guideline.values import Option


class Stage(Option):
    """Where a patient stands."""

    START = "start"
    EMERGENCY = "emergency"
    FEVER = "fever"
    ORAL_STEROID = "oral-steroid"  # A0
    INTRAVENOUS_STEROID = "intravenous-steroid"  # B1
    MYCOPHENOLATE = "mycophenolate"  # A1
    PULSE = "pulse-on-mycophenolate"  # A2
    SIROLIMUS = "sirolimus"  # A3
    RITUXIMAB = "rituximab"  # A4
    SPLENECTOMY = "splenectomy-assessment"  # A5
    MYCOPHENOLATE_B = "mycophenolate-after-intravenous"  # B2
    SIROLIMUS_B = "sirolimus-after-intravenous"  # B3
    RITUXIMAB_B = "rituximab-after-intravenous"  # B4
    SPLENECTOMY_B = "splenectomy-assessment-after-intravenous"  # B5
    MAINTENANCE = "maintenance"
    WEANING = "weaning"
    REMISSION = "remission"
    RELAPSE = "relapse"
    RECHECK = "recheck"
    HOLD = "agent-held"
    INTERACTION = "interaction"
    OTHER_AGENT = "other-agent"
    REFERRAL = "referral"
