"""Made pictures with known faults: correct artwork from several drawing engines, damaged in every way that is looked for.

They are made, not delivered: what a model will draw next year is in none of them. `tests.composition.corpus.counted`
counts how often each fault is found, and how often it is found where there is none.
"""
