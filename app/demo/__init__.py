"""The demo show: believable people to try the product with, gone again in one click."""
