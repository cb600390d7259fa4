"""What comes back: one rule, its text, and the days and times it makes.

Events of a server, series made by hand and what a calendar proposes all mean the same `Rule`
(rule.py), are read by the same parser (text.py) and followed by the same walk (walk.py). What a
series made by hand may say, and its dates, are in by_hand.py. Knows no store and no event.
"""
