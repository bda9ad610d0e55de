"""Capturing: what phones record, kept unchanged, understood afterwards."""
