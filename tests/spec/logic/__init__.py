"""Logic.

Conditions combine in words, and each has three answers. What is unknown settles nothing; what is
settled without it stays settled whatever it turns out to be.
"""
