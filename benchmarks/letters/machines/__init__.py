"""How letters are scanned, faxed, copied and photographed."""
