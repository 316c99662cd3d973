"""Signed content packs: made, verified, installed, and gone back from."""
