"""Timing: which date dates which stretch of a sentence."""
