from ferrata.guideline.conditions import all_of

always = all_of()
