from tests.mistakes.words import low

advice = "treat" if low else "watch"
