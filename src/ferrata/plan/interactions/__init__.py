"""Medicines of a record or by name against the treatments of the guideline."""
