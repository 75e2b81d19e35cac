"""Matters."""
