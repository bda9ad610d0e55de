"""Permissions that visitors give and withdraw."""
