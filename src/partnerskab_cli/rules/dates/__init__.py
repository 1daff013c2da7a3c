"""Chapter DAT: days that cannot be right, days that draw near, and days that have passed."""

from . import looking_back, period

RULES = (*period.RULES, *looking_back.RULES)
