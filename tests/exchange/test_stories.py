"""Each foreign or longer example is read as its story in the README says."""

from __future__ import annotations

from decimal import Decimal

from tests.exchange.test_examples import example, latest, taken

from ferrata.alps.catalogue import ANALYTES
from ferrata.guideline.events import Events
from ferrata.guideline.units import plain
from ferrata.record.events import events_of


def story(name: str) -> Events:
    """The events of an example, whatever is measured in it."""
    return events_of(example(name), {one.id: one for one in ANALYTES})


def numbers(events: Events, analyte: str) -> list[str]:
    """The values of an analyte in order of time."""
    return [plain(one.low or Decimal(0)) for one in events.observations[analyte]]


def said(events: Events, concept: str) -> list[str]:
    """What was said of a sign, in order of time; what says nothing is left out."""
    return [one.value for one in events.assertions.get(concept, ()) if one.value is not None]


def unread(name: str) -> list[str]:
    """What of an example could not be used."""
    return [one.what for one in example(name).unread]


def test_week_five_of_the_taper_is_a_neutropenia_and_nothing_else():
    """Hemoglobin 10.9, platelets 160, neutrophils 420, 36.8 °C, spleen 3 cm, 20 kg."""
    events = story("neutropenia-on-the-taper")
    values = {one: latest(events, one) for one in ("hemoglobin", "platelets", "neutrophils")}
    assert values == {"hemoglobin": "10.9", "platelets": "160000", "neutrophils": "420"}
    assert (latest(events, "weight"), latest(events, "spleen")) == ("20", "3")
    assert latest(events, "temperature") == "36.8"
    (course,) = events.courses
    taper = events.observations["neutrophils"][-1].when.first_day - course.start.first_day - 7
    assert taper // 7 + 1 == 5
    assert not {"lymphoma-gate", "hypersplenism", "level-monitoring"} & events.assertions.keys()


def test_seven_weeks_of_mycophenolate_have_doubled_the_platelets():
    """18 to 38; nobody asked about pregnancy, adherence, red flags."""
    events = story("response-on-mycophenolate")
    assert taken(events) == {"prednisone": False, "mycophenolate": True}
    counts = numbers(events, "platelets")
    assert counts[-4:] == ["18000", "24000", "33000", "38000"]
    silent = {"pregnancy-possible", "taken-as-prescribed", "lymphoma-gate", "contraception"}
    assert not silent & events.assertions.keys()
    assert (latest(events, "weight"), latest(events, "height")) == ("58", "163")


def test_a_german_hospital_tells_asplenia_and_fever():
    """Gpt/l and mmol/l: 8.1 mmol/l x 16.1145 g/mmol = 13.05 g/dL; OPS beside SNOMED."""
    events = story("asplenic-fever")
    assert "yes" in said(events, "asplenia")
    assert said(events, "alps") == ["yes"]
    assert latest(events, "temperature") == "39.2"
    assert latest(events, "hemoglobin") == "13.052745"
    assert latest(events, "platelets") == "212000"
    assert taken(events) == {"penicillin-v": True}
    assert said(events, "immunized-pneumococcal-polysaccharide") == ["yes"]
    assert unread("asplenic-fever") == []


def test_a_french_laboratory_is_read_by_the_codes_beside_its_names():
    """G/L, µg/L, days without a time; three drugs by ATC code."""
    events = story("pregnancy-possible-on-sirolimus")
    assert latest(events, "platelets") == "131000"
    assert latest(events, "sirolimus-trough") == "7.1"
    assert taken(events) == {"prednisone": False, "mycophenolate": False, "sirolimus": True}
    assert said(events, "pregnancy-possible") == ["yes"]
    assert said(events, "contraception") == ["no"]
    assert unread("pregnancy-possible-on-sirolimus") == []


def test_the_infant_has_the_variant_on_both_copies():
    """Homozygous and pathogenic; a sister had ALPS; a length is a height."""
    events = story("infant-biallelic-fas")
    assert said(events, "variant-fas-biallelic") == ["yes"]
    assert said(events, "variant-fas-germline") == ["yes"]
    assert said(events, "family-alps") == ["yes"]
    assert (latest(events, "weight"), latest(events, "height")) == ("7.4", "67")
    assert not events.courses


def test_a_japanese_hospital_tells_a_remission():
    """JLAC10 and YJ codes beside LOINC and ATC; prednisolone is read as prednisone."""
    events = story("weaning-from-sirolimus")
    assert taken(events) == {"prednisone": False, "mycophenolate": False, "sirolimus": True}
    assert latest(events, "sirolimus-trough") == "4.2"
    last = events.observations["platelets"][-5:]
    assert all((one.low or 0) >= 100_000 for one in last)
    assert (last[-1].when.first_day - last[0].when.first_day) // 30 >= 19
    assert unread("weaning-from-sirolimus") == []


def test_the_evans_work_up_is_not_back_and_rituximab_has_not_begun():
    """A suspected diagnosis says nothing; a draft is no course; a result on its way no value."""
    events = story("evans-work-up-pending")
    assert said(events, "evans-syndrome") == ["yes"]
    assert "alps" not in events.assertions or "yes" not in said(events, "alps")
    assert "rituximab" not in taken(events)
    assert latest(events, "platelets") == "15000"
    assert all(one.low is None for one in events.observations.get("dnt-cd3-tcrab", ()))
    assert unread("evans-work-up-pending") == []


def test_double_negative_t_cells_keep_their_denominators():
    """7.2, 6.4 and 4.1 % of three different wholes, in one panel."""
    events = story("definite-alps-fas")
    shares = [latest(events, one) for one in ("dnt-cd3-tcrab", "dnt-cd3", "dnt-lymphocytes")]
    assert shares == ["7.2", "6.4", "4.1"]
    assert latest(events, "lymphocytes") == "3800"
    assert latest(events, "vitamin-b12") == "2480"
    assert latest(events, "soluble-fasl") == "1140"
    assert latest(events, "interleukin-10") == "64"
    assert said(events, "variant-fas-germline") == said(events, "apoptosis-defective") == ["yes"]
    assert said(events, "family-lymphoproliferation") == ["yes"]
    assert "sirolimus" in events.reviews
    assert "allergy-sirolimus" in events.reviews


def test_a_somatic_variant_stands_beside_a_clean_germline():
    """1,890 pmol/l x 1.355 = 2,561 pg/mL of B12; what has a local code only is listed."""
    events = story("somatic-fas")
    assert said(events, "variant-fas-germline") == ["no"]
    assert said(events, "variant-fas-somatic") == ["yes"]
    assert int(float(str(latest(events, "vitamin-b12")))) == 2561
    assert latest(events, "platelets") == "74000"
    assert latest(events, "hemoglobin") == "13.1"
    assert unread("somatic-fas") == ["Apoptosetest (FAS)"]


def test_ctla4_is_not_alps():
    """The variant is found, ALPS is refuted."""
    events = story("ctla4-not-alps")
    assert said(events, "variant-ctla4-germline") == ["yes"]
    assert said(events, "variant-fas-germline") == ["no"]
    assert said(events, "alps") == ["no"]
    assert latest(events, "igg") == "3.9"


def test_values_on_sirolimus_stand_beside_those_before_it():
    """6.9 % and 1.4 %; below 100 stays an interval; the old ATC code is sirolimus."""
    events = story("normal-on-sirolimus")
    shares = numbers(events, "dnt-cd3-tcrab")
    assert shares == ["6.9", "1.4"]
    (course,) = events.courses
    first, last = (one.when.first_day for one in events.observations["dnt-cd3-tcrab"])
    assert first < course.start.first_day < last
    assert course.treatment == "sirolimus"
    below = events.observations["soluble-fasl"][-1]
    assert (below.low, below.high) != (100, 100)
    assert below.high is not None
    assert below.high <= 100
    assert unread("normal-on-sirolimus") == ["Sonderprobe Auswärts"]


def test_clarithromycin_stands_in_the_list_beside_a_level_of_24():
    """A drug that interacts with ours is a course; an amoxicillin allergy is one to penicillins."""
    events = story("sirolimus-with-clarithromycin")
    levels = numbers(events, "sirolimus-trough")
    assert levels == ["7.6", "24.3"]
    assert taken(events)["clarithromycin"] is True
    assert said(events, "allergy-penicillin-v") == ["yes"]
    assert unread("sirolimus-with-clarithromycin") == []


def test_what_is_overdue_is_dated():
    """Counts and weight of July; one vaccine given, one not."""
    events = story("overdue-on-mycophenolate")
    assert {events.observations[one][-1].when.first_day for one in ("platelets", "weight")} == {
        events.observations["height"][-1].when.first_day
    }
    assert said(events, "immunized-pneumococcal-conjugate") == ["yes"]
    assert "yes" not in said(events, "immunized-pneumococcal-polysaccharide")
    assert taken(events) == {"prednisone": False, "mycophenolate": True}


def test_a_dutch_hospital_tells_what_rituximab_left_behind():
    """Four infusions are one course; IgG 12.8, 5.1, 3.1; 7.8 mmol/l x 16.1145 = 12.57 g/dL."""
    events = story("low-igg-after-rituximab")
    (course,) = events.courses
    assert course.treatment == "rituximab"
    assert course.source.endswith("3 more")
    assert numbers(events, "igg") == ["12.8", "5.1", "3.1"]
    assert latest(events, "hemoglobin") == "12.56931"
    assert latest(events, "neutrophils") == "900"
    assert unread("low-igg-after-rituximab") == []
