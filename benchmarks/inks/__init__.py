"""Ends of letters with ink on them: signatures, and what only looks like one."""
