"""Uploads no definition declares, and renamed ids, to edits of definitions."""
