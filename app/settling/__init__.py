"""Settling: captures that nobody could read, or that came twice, need a person's word."""
