from ferrata.guideline.values import Answer

advice = "treat" if Answer.UNKNOWN else "watch"
