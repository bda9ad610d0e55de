"""The pages where people work with leads."""
