from tests.mistakes.words import CAP, Case

odd = Case.hemoglobin < CAP
