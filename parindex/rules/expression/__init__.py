"""The small language of ``formula``: numbers, facts by name, + − × ÷, comparisons, and/or/not, min, max, round, if.

Text → ``tokens`` → ``parser`` → ``nodes`` → ``evaluation``; ``reach`` tells branches that no value can come to.
"""
