"""Backing up: the whole database as one file, and back again into either kind of database."""
