#!/usr/bin/env python3
"""Writes the vectors that DomainTests compare with: numbers judged by python-stdnum, days by holidays.

    python3 -m venv /tmp/oracles && /tmp/oracles/bin/pip install python-stdnum==2.2 holidays==0.109
    /tmp/oracles/bin/python Tests/DomainTests/oracles/make_vectors.py

The numbers are made up from a fixed seed. Output: numbers.tsv (type, number, valid or the error) and holidays.tsv
(territory, year, days), beside this script.
"""

import datetime
import pathlib
import random

import holidays
from stdnum import iban
from stdnum.exceptions import ValidationError
from stdnum.fr import nif, nir, siret

HERE = pathlib.Path(__file__).parent
RANDOM = random.Random(20261121)
DIGITS = "0123456789"


def digits(count):
    return "".join(RANDOM.choice(DIGITS) for _ in range(count))


def damaged(number):
    """The number with one character changed for another of its kind, or two neighbours swapped."""
    index = RANDOM.randrange(len(number))
    if RANDOM.random() < 0.2 and index + 1 < len(number):
        return number[:index] + number[index + 1] + number[index] + number[index + 2 :]
    pool = DIGITS if number[index].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return number[:index] + RANDOM.choice(pool.replace(number[index], "")) + number[index + 1 :]


def made_nir():
    departement = RANDOM.choice(["%02d" % RANDOM.randint(1, 95), "2A", "2B", "97", "99"])
    month = RANDOM.choice(["%02d" % RANDOM.randint(1, 12)] * 4 + ["20", "31", "42", "50", "99"])
    body = RANDOM.choice("1278") + digits(2) + month + departement + digits(6)
    return body + nir.calc_check_digits(body)


def made_siret():
    if RANDOM.random() < 0.15:
        body = "356000000" + digits(4)
        return next(body + d for d in DIGITS if sum(map(int, body + d)) % 5 == 0)
    from stdnum import luhn

    siren = digits(8)
    siren += luhn.calc_check_digit(siren)
    body = siren + digits(4)
    return body + luhn.calc_check_digit(body)


def made_nif():
    body = RANDOM.choice("0123") + digits(9)
    return body + nif.calc_check_digits(body)


def made_iban(country, shape):
    pools = {"n": DIGITS, "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "c": DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    account = "".join(RANDOM.choice(pools[kind]) for kind, count in shape for _ in range(count))
    return country + iban.calc_check_digits(country + "00" + account) + account


def iban_shapes():
    import re

    source = pathlib.Path(iban.__file__).with_name("iban.dat").read_text()
    for line in source.splitlines():
        found = re.match(r'([A-Z]{2}) .*bban="([^"]+)"', line)
        if found:
            yield found[1], [(kind, int(count)) for count, kind in re.findall(r"(\d+)!([nac])", found[2])]


def verdict(module, number):
    try:
        if module is iban:
            iban.validate(number, check_country=False)
        else:
            module.validate(number)
        return "valid"
    except ValidationError as error:
        return type(error).__name__


def numbers():
    shapes = list(iban_shapes())
    makers = [("nir", nir, made_nir, 200), ("siret", siret, made_siret, 200), ("numero_fiscal", nif, made_nif, 120)]
    for name, module, make, count in makers:
        for _ in range(count):
            right = make()
            for number in (right, damaged(right), damaged(right), right[:-1], right + "0"):
                yield name, number, verdict(module, number)
    for country, shape in shapes + [s for s in shapes if s[0] == "FR"] * 60:
        right = made_iban(country, shape)
        for number in (right, damaged(right), damaged(right), right[:-1], right + "0"):
            yield "iban", number, verdict(iban, number)


# The days that the law fixes; the package also lists local customs, which are left out by name.
CUSTOMS = {"Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"}
TERRITORIES = {
    "metropole": (None, set()),
    "alsace_moselle": ("6AE", set()),
    "guadeloupe": ("971", CUSTOMS),
    "martinique": ("972", CUSTOMS),
    "guyane": ("973", CUSTOMS),
    "reunion": ("974", CUSTOMS),
    "mayotte": ("976", CUSTOMS),
    "saint_barthelemy": ("BL", CUSTOMS),
    "saint_martin": ("MF", CUSTOMS),
}


def legal_days(subdivision, customs, year):
    for day, names in sorted(holidays.France(subdiv=subdivision, years=year, language="fr").items()):
        if not set(names.split("; ")) <= customs:
            yield day


def working_days():
    """From random days, the day that comes 1 to 60 working days later, by counting."""
    off = holidays.France(years=range(1990, 2062))
    for _ in range(400):
        start = datetime.date(1990, 1, 1) + datetime.timedelta(days=RANDOM.randrange(25_900))
        count = RANDOM.randint(1, 60)
        day, left = start, count
        while left:
            day += datetime.timedelta(days=1)
            if day.weekday() < 5 and day not in off:
                left -= 1
        yield start.isoformat(), str(count), day.isoformat()


def write(name, rows):
    text = "".join("\t".join(row) + "\n" for row in rows)
    (HERE / name).write_text(text, encoding="utf-8")


write("numbers.tsv", numbers())
write(
    "holidays.tsv",
    (
        (territory, str(year), " ".join(day.isoformat() for day in legal_days(subdivision, customs, year)))
        for territory, (subdivision, customs) in TERRITORIES.items()
        for year in range(1990, 2061)
    ),
)
write("working_days.tsv", working_days())
