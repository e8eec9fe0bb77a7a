"""Definitions to models: every repo they declare."""
