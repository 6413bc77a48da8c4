"""Codes and numbers: how they look, what they are labelled, and which one is a decision's."""
