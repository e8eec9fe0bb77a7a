"""Definitions in, a typed package of model paths out."""
