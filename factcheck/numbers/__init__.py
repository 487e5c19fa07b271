"""Figures as articles write them: what they say, how they compare, and how their words are read.

The layer below every value with a figure in it: counts, money, measures, percentages, durations, coordinates.
"""

from factcheck.numbers.compare import compare_numbers
from factcheck.numbers.number import Hedge, Number, group_digits, plain
from factcheck.numbers.reader import read_number
from factcheck.numbers.words import read_figure

__all__ = ["Hedge", "Number", "compare_numbers", "group_digits", "plain", "read_figure", "read_number"]
