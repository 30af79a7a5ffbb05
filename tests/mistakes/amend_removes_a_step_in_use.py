from tests.mistakes.words import SAMPLE

changed = SAMPLE.amend(
    id="changed",
    title="A sample, changed",
    version="1",
    because="to show a mistake",
    remove=["treat"],
)
