"""Numbers for tests: every BSN that is kept for testing (it starts with 9999)."""

from hypothesis import strategies as st

from validators.numbers import bsn

BSNS = st.sampled_from(
    [each for each in (f"9999{number:05d}" for number in range(100_000)) if bsn.is_valid(each)]
)
