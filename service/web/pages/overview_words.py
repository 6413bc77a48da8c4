"""The Dutch words of the overviews, by code."""

from service.usecases.overview import Step, Trend
from service.web.pages.words import Sign
from validators.report import Verdict

STEPS = {Step.WEEK: "Per week", Step.DAY: "Per dag"}
WRONG_PERIOD = (
    "Deze periode kan niet. Kies een eerste dag die voor de laatste ligt, en hoogstens twee jaar. "
    "U ziet nu de laatste acht weken."
)
WRONG_STEP = "Per dag kan hoogstens drie maanden. U ziet nu de weken."
# By what the machine made of a letter; "" is what is still being read.
VERDICTS = {
    Verdict.COMPLEET.value: ("Compleet", "ok"),
    Verdict.INCOMPLEET.value: ("Incompleet", "error"),
    Verdict.HANDMATIG.value: ("Zelf kijken", "warning"),
    Verdict.FOUT.value: ("Niet te lezen", "quiet"),
    "": ("Wordt gelezen", "info"),
}
TRENDS = {
    Trend.BETTER: Sign("Beter", "↓", "ok"),
    Trend.WORSE: Sign("Slechter", "↑", "error"),
    Trend.SAME: Sign("Gelijk", "=", "quiet"),
    Trend.UNKNOWN: Sign("Te weinig brieven", "·", "quiet"),
}
# How many days letters waited: the last day of each group and its name.
WAITS = (
    (0, "dezelfde dag"),
    (1, "1 dag"),
    (3, "2 en 3 dagen"),
    (7, "4 tot 7 dagen"),
    (14, "8 tot 14 dagen"),
    (28, "15 tot 28 dagen"),
)
LONGEST_WAIT = "langer dan 28 dagen"
# How near the last day of open letters is, in days from today.
NEAR = (
    (-1, "laatste dag voorbij"),
    (2, "vandaag tot over 2 dagen"),
    (7, "over 3 tot 7 dagen"),
    (14, "over 8 tot 14 dagen"),
)
SOON = frozenset({"vandaag tot over 2 dagen", "over 3 tot 7 dagen"})
PERIOD_HEADS = (
    *("eerste dag", "laatste dag", "ontvangen", "compleet", "incompleet", "zelf kijken"),
    *("niet te lezen", "wordt gelezen", "zonder mens", "zonder mens (%)", "afgehandeld"),
    *("helft klaar binnen (dagen)", "negen van tien klaar binnen (dagen)"),
)
ELEMENT_HEADS = (
    *("element", "brieven", "ontbreekt of klopt niet", "ontbreekt (%)", "onzeker", "aanwezig"),
    *("zeker gelezen", "verbeterd door een mens", "verbeterd (%)", "bevestigd door een mens"),
    "verloop",
)
