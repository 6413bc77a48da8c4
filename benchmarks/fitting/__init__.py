"""Learns from labelled letters how far the readings of the product can be trusted."""
