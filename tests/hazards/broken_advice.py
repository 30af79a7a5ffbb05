"""Faults of what is advised: silence, freshness, gates, cautions, interactions, many patients."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.hazards.edit import instead
from tests.hazards.log import Fault

from ferrata.guideline.conditions import all_of


def _without_gate(id: str) -> Callable[[Any], Any]:
    """Return what makes `watch` forget the gate `id`."""

    def broken(watch: Any) -> Any:
        def wrong(bench: Any, given: Any) -> Any:
            cautions, gates = watch(bench, given)
            return cautions, tuple(one for one in gates if one.id != id)

        return wrong

    return broken


def _hemolysis_forgotten(guidelines: Any) -> Any:
    """Every guideline, and rituximab of one of them for whoever has exhausted the other drugs."""

    def wrong(rule: Any) -> Any:
        if rule.id != "M20-mycophenolate":
            return rule
        return replace(rule, when=all_of(*rule.when.parts[:-1]))

    return tuple(replace(one, rules=tuple(map(wrong, one.rules))) for one in guidelines)


FRESH = (
    Fault(
        "H11",
        "a-day-fresher",
        "a result counts a day longer",
        "ferrata.interpret.derive.windows:span",
        instead("return on + one.days, on + one.days", "return on + one.days - 1, on + one.days"),
        "statements/test_tables.py::test_an_entry_speaks_as_long_as_it_was_said_to",
    ),
    Fault(
        "H11",
        "old-is-present",
        "the newest result counts, however old it is",
        "ferrata.interpret.derive.windows:span",
        instead("lower = None if window.lower is None else edge(window.lower)", "lower = None"),
        "statements/test_tables.py::test_an_entry_speaks_as_long_as_it_was_said_to",
    ),
    Fault(
        "H11",
        "fresh-is-not-asked",
        "how fresh a value after the start of a course has to be is not asked",
        "ferrata.interpret.derive.windows:span",
        instead("if window.fresh is not None:", "if window.fresh is False:"),
        "statements/test_tables.py::test_an_entry_speaks_as_long_as_it_was_said_to",
    ),
)

SILENCE = (
    Fault(
        "H12",
        "unknown-is-no",
        "a finding that is not known is absent",
        "ferrata.interpret.evaluate:judge",
        instead(
            "value = facts.value(condition)\n"
            "            answer = _answer(value.value is True)"
            " if isinstance(value, Known) else UNKNOWN",
            "value = facts.value(condition)\n"
            "            answer = _answer(isinstance(value, Known) and value.value is True)",
        ),
        "plan/test_examples.py::test_a_first_cytopenia_is_asked_about_before_it_is_treated",
    ),
    Fault(
        "H12",
        "all-of-what-is-known",
        "what is unknown is left out when all of several must hold",
        "ferrata.interpret.evaluate:_counted",
        instead(
            "judged = [judge(part, facts, site) for part in parts]",
            "judged = [judge(part, facts, site) for part in parts]\n"
            "    known = [one for one in judged if one.answer is not UNKNOWN]\n"
            "    count = min(count, len(known)) if known else count",
        ),
        "interpret/test_evaluate.py::test_an_unknown_answer_names_the_leaves_that_are_unknown",
    ),
    Fault(
        "H12",
        "silence-is-no",
        "of what nobody spoke it is taken to be absent",
        "ferrata.interpret.derive.said:asserted",
        instead("return Known(False) if silence else _silent(rows, window)", "return Known(False)"),
        "plan/test_examples.py::test_a_first_cytopenia_is_asked_about_before_it_is_treated",
    ),
    Fault(
        "H12",
        "an-urgent-doubt-is-dropped",
        "a more urgent rule that may hold is not waited for",
        "ferrata.plan.advise:candidates",
        instead("doubts.extend(unsure)", "pass"),
        "plan/test_advise.py::test_under_an_unknown_urgent_transition_a_certain_one_is_not_certain",
    ),
    Fault(
        "H12",
        "inactive-is-gone",
        "a condition that is inactive or in remission is absent",
        "ferrata.record.assertions:assertions_of",
        instead('NO if entry.status == "resolved" else None', "NO"),
        "record/test_events.py::test_a_condition_that_is_over_at_no_date_is_over_as_of_receipt",
    ),
    Fault(
        "H12",
        "an-unknown-body",
        "a weight that is not known is that of a usual adult",
        "ferrata.dosing.amount:_known",
        instead('return f"{what}: {value}"', "return Decimal(70)"),
        "dosing/test_amount.py::test_an_unknown_body_never_gives_a_number",
    ),
)

GATES = (
    Fault(
        "H18",
        "a-caution-lowers",
        "what is contraindicated is offered on condition",
        "ferrata.plan.advise:weighed",
        instead("level = Level.CONTRAINDICATED", "level = Level.CONDITIONAL"),
        "plan/test_advise.py::test_the_weakest_reason_decides",
    ),
    Fault(
        "H18",
        "a-gate-over-a-caution",
        "what is withheld is not contraindicated any more",
        "ferrata.plan.advise:weighed",
        instead(
            "if any(said.answer is YES for _, said in cautions):",
            "if not gates and any(said.answer is YES for _, said in cautions):",
        ),
        "interactions/test_gate.py::test_what_must_not_be_given_together_stands_above_the_gate",
    ),
    Fault(
        "H18",
        "an-amount-of-what-is-barred",
        "a contraindicated drug has its amount beside it",
        "ferrata.plan.options:option",
        instead(
            "_amount(bench, action) if advice.level is not Level.CONTRAINDICATED else None",
            "_amount(bench, action)",
        ),
        "interactions/test_gate.py::test_what_must_not_be_given_together_stands_above_the_gate",
    ),
    Fault(
        "H18",
        "a-guard-forgets-what-a-caution-forbids",
        "a rule leads to rituximab and does not ask about hemolysis",
        "ferrata.alps.guidelines:GUIDELINES",
        _hemolysis_forgotten,
        "alps/test_theorems.py"
        "::test_the_rituximab_of_the_text_and_of_medscape_is_never_forbidden"
        "[medscape-2019-M20-mycophenolate]",
    ),
    Fault(
        "H19",
        "a-gate-opens-on-silence",
        "a gate whose input is missing is open",
        "ferrata.plan.advise:weighed",
        instead(
            "if any(said.answer is UNKNOWN for _, said in gates):",
            "if not gates and step is bench:",
        ),
        "plan/test_advise.py::test_the_weakest_reason_decides",
    ),
    Fault(
        "H19",
        "a-caution-sleeps-on-silence",
        "a caution whose input is missing is quiet",
        "ferrata.plan.advise:weighed",
        instead(
            "if (said := bench(caution.avoid.when)).answer is not NO",
            "if (said := bench(caution.avoid.when)).answer is YES",
        ),
        "plan/test_gates.py::test_without_the_answer_that_a_gate_needs_nothing_is_offered",
    ),
    Fault(
        "H19",
        "unconfirmed-is-none",
        "an unconfirmed allergy is none",
        "ferrata.exchange.fhir.allergy:_VERIFIED",
        lambda right: {**right, "unconfirmed": "no"},
        "exchange/test_allergies.py::test_verification_and_status_decide",
    ),
    Fault(
        "H27",
        "an-age-is-not-asked",
        "where the age is not known a dose is computed",
        "ferrata.plan.options:_amount",
        instead("answer is not Answer.YES", "answer is Answer.NO"),
        "plan/test_gates.py::test_outside_the_ages_of_the_evidence_no_amount_is_computed",
    ),
    Fault(
        "H27",
        "infants-are-small-children",
        "nobody asks whether a guideline computes amounts for such a patient",
        "ferrata.plan.options:_amount",
        instead("(bench.guideline.amounts, dose.only)", "(dose.only,)"),
        "plan/test_gates.py::test_outside_the_ages_of_the_evidence_no_amount_is_computed",
    ),
    Fault(
        "H28",
        "no-lymphoma-gate",
        "nobody asks for red flags before immunosuppression",
        "ferrata.plan.advise:Bench.watch",
        _without_gate("gate-lymphoma"),
        "plan/test_gates.py::test_without_the_answer_that_a_gate_needs_nothing_is_offered",
    ),
    Fault(
        "H28",
        "not-assessed-is-clear",
        "a gate that nothing shuts is open",
        "ferrata.plan.advise:_passed",
        instead(
            "return replace(opens, answer=UNKNOWN, missing=asked)",
            "return replace(opens, answer=YES, missing=())",
        ),
        "plan/test_gates.py::test_the_lymphoma_gate_has_four_states",
    ),
)

MEDICINES = (
    Fault(
        "H17",
        "an-unknown-drug-is-harmless",
        "a drug that nobody can tell is not on the list",
        "ferrata.plan.interactions.naming:named",
        instead(
            'return Named((), (written[0] if written else code or "a medicine without a name",))',
            "return Named((), ())",
        ),
        "interactions/test_pairs.py::test_a_name_that_no_table_has_is_kept_as_unknown",
    ),
    Fault(
        "H17",
        "groups-are-not-known",
        "a code of a group of drugs names none of them",
        "ferrata.plan.interactions.naming:_by_code",
        instead("if system == group and code.startswith(begins):", "if code == begins == system:"),
        "interactions/test_pairs.py::test_each_name_of_a_partner_leads_to_each_of_its_interactions",
    ),
    Fault(
        "H17",
        "the-first-name-only",
        "of a product with two ingredients one is checked",
        "ferrata.plan.interactions.naming:named",
        instead(
            "return Named(tuple(found), tuple(dict.fromkeys(parts)))",
            "return Named(tuple(found), ())",
        ),
        "interactions/test_pairs.py::test_what_is_not_known_of_a_combination_is_said",
    ),
    Fault(
        "H17",
        "the-list-is-not-asked",
        "an agent is offered though nobody went through the list of medicines",
        "ferrata.plan.advise:Bench.watch",
        _without_gate("gate-medicines"),
        "interactions/test_gate.py::test_no_agent_is_offered_while_nobody_went_through_the_list",
    ),
    Fault(
        "H17",
        "stopped-is-over",
        "a drug that was stopped yesterday matters no more",
        "ferrata.plan.interactions.build:_counts",
        instead("course.end.last_day + lasts < on", "course.end.last_day < on"),
        "interactions/test_lists.py::test_a_stopped_medicine_matters_for_its_time",
    ),
    Fault(
        "H17",
        "an-unread-order-is-none",
        "an order of a drug that cannot be read is no course",
        "ferrata.record.courses:courses_of",
        instead("for one in (*known, *unknown)", "for one in known"),
        "record/test_courses.py::test_a_drug_or_status_that_cannot_be_told_is_a_course_of_something",
    ),
)

MANY = (
    Fault(
        "H35",
        "below-is-at-most",
        "a query counts a value at a threshold as below it",
        "ferrata.interpret.population.conditions_sql:_every_pair",
        instead("Comparison(operator.value)", 'Comparison(operator.value.replace("<=", "<"))'),
        "population/test_differential.py::test_values_exactly_at_a_threshold_agree",
    ),
    Fault(
        "H35",
        "unknown-is-no-in-a-query",
        "in a query a choice that is not known is another one",
        "ferrata.interpret.population.conditions_sql:Conditions.truth",
        instead("return when((IsNull(value), UNKNOWN), ", "return when((IsNull(value), NEVER), "),
        "population/test_differential.py::test_a_query_and_the_reference_agree",
    ),
)

ADVICE = (*FRESH, *SILENCE, *GATES, *MEDICINES, *MANY)
