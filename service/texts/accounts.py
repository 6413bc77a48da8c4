"""The Dutch words of the commands for accounts."""

CLOSED = "Het account van {email} is gesloten. Wie ermee was ingelogd, is uitgelogd."
OPENED = "Met het account van {email} kan weer worden ingelogd."
NO_SUCH_ACCOUNT = "Niemand heeft dit e-mailadres. Kijk met `postkamer account list`."
NO_ACCOUNTS = "Er zijn nog geen accounts. Maak een uitnodiging met `postkamer invite`."
NO_SUCH_ORGANISATION = "Deze organisatie bestaat niet. Kijk met `postkamer organisation list`."
IS_CLOSED = "gesloten"
