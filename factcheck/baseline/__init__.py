"""The baseline: conflicts that are known, and what was decided about them, so that the gate fails on others only.

`file` reads and writes entries, `matching` finds the entry of a conflict, `states` marks a report, `edits` makes and
changes entries. An entry keeps a conflict's question and answers as canonical texts, and its first id for good.
"""
