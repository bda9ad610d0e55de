"""Showfloor on the home screen of a phone, opening without a network."""
