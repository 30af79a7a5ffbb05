from tests.mistakes.words import TREAT, Case, Stage

from ferrata.guideline.guideline import Guideline

sample = Guideline(
    id="sample",
    title="A sample",
    version="1",
    scope=Case.bleeding,
    start=Stage.WATCH,
    vocabularies=(Case,),
    rules=(TREAT,),
)
