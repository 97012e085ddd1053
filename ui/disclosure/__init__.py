"""Diskretion: rules, editions, certificates and the ledger."""
