from tests.mistakes.words import Case

low = Case.platelets < "50000/uL"
