"""What the operating system trusts is sorted once, and never kept longer than its list."""

from extractors.readers.certificates import _trust_in


def test_the_same_list_is_sorted_once() -> None:
    assert _trust_in(()) is _trust_in(())


def test_a_list_that_was_read_anew_is_sorted_anew() -> None:
    before = _trust_in(())

    assert _trust_in((_root(),)) is not before


def _root() -> object:
    from asn1crypto import x509  # type: ignore[import-untyped]  # noqa: PLC0415 - seldom needed

    name = x509.Name.build({"common_name": "Verzonnen Autoriteit"})
    key = {"algorithm": {"algorithm": "rsa"}, "public_key": {"modulus": 3, "public_exponent": 3}}
    return x509.Certificate(
        {"tbs_certificate": {"subject": name, "issuer": name, "subject_public_key_info": key}}
    )
