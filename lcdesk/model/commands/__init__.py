"""Every change a person or the sync can make, one small file for each noun.

A command takes an open transaction and says by return value what it did. It either succeeds
whole or raises an error of the domain, and the transaction with it leaves no trace.
"""
