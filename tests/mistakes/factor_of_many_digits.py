from tests.mistakes.words import Case

rising = Case.hemoglobin >= 1.0000000001 * Case.hemoglobin
