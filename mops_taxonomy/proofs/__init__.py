"""What is proved about a convention before anyone uses it.

Questions are put to automata that accept every valid name; what an automaton cannot state is kept as a doubt. A
question is answered "proved" for all names at once; "refuted" with a name that the parser itself confirms; or
"not decided", with the reason.
"""
