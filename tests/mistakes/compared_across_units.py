from tests.mistakes.words import Case

odd = Case.hemoglobin < Case.platelets
