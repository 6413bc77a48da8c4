"""Why work was put aside, and what the commands for it say."""

from service.ports.jobs import WhyDead

WHY_DEAD = {
    WhyDead.CRASHED: "proces ging stuk",
    WhyDead.FAILED: "fout in het programma",
    WhyDead.AWAY: "bleef onbereikbaar",
    WhyDead.UNREADABLE: "bericht van een andere versie",
}
NOTHING_ASIDE = "Er is niets apart gelegd."
NOT_ASIDE = "Met {id} is niets apart gelegd. `postkamer queue list` toont wat er is."
TRIED_AGAIN = "{id} wordt opnieuw geprobeerd."
DROPPED = "{id} is vergeten."
