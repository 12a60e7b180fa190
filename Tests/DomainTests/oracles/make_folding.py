#!/usr/bin/env python3
"""Writes folding.tsv: texts and how Python's unicodedata folds them, both as code points in hexadecimal.

    python3 Tests/DomainTests/oracles/make_folding.py

Real words first, then texts drawn from a fixed seed among letters, marks, ligatures, spaces and signs.
"""

import pathlib
import random
import unicodedata

OPENED = {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "þ": "th", "ß": "ss"}
SIGNS = {c: "'" for c in "’‘‛ʼʹ′´`"} | {c: "-" for c in "‐‑‒–—−"}

WORDS = """Élodie ÉLODIE É.  Noël Œuvre œdème Łukasz Søren Weiß STRAẞE Đặng Þór İstanbul Ærø
Sécurité sociale|L’électricité|l‘aide|Pôle  emploi|naïf|ﬁn de mois|ＣＡＦ|①②|Ａｂ\u00a0c|co\u00adop|a\u200bb
Nguyễn Thị|Çelik|Ñandú|Ångström|ÅNGSTRÖM|Κώστας|Юлія|Ёлкин|N° 12|x²|…|½|k㎞|\ufeffmot|é́́|\t tab \n fin """


def fold(text: str) -> str:
    def opened(text):
        return "".join(SIGNS.get(c, OPENED.get(c.lower(), c)) for c in text)

    kept = []
    for char in unicodedata.normalize("NFKD", opened(text)):
        for lower in unicodedata.normalize("NFKD", char.lower()):
            category = unicodedata.category(lower)
            if category in ("Mn", "Mc", "Me", "Cf") or (category == "Cc" and not lower.isspace()):
                continue
            kept.append(opened(lower))
    return " ".join("".join(kept).split())


def points(text: str) -> str:
    return " ".join(f"{ord(c):X}" for c in text)


def main() -> None:
    draw = random.Random(20261121)
    alphabet = [chr(c) for c in range(0x20, 0x7F)] * 2
    for first, last in [(0xA0, 0x17F), (0x300, 0x341), (0x386, 0x3CE), (0x400, 0x45F), (0x1E00, 0x1EFF),
                        (0x2010, 0x203F), (0xFB00, 0xFB06), (0xFF21, 0xFF5A), (0x2460, 0x2473)]:
        alphabet += [chr(c) for c in range(first, last + 1) if unicodedata.category(chr(c)) not in ("Cn", "Zl", "Zp")]
    texts = [word for line in WORDS.split("\n") for word in (line.split("|") if "|" in line else line.split(" "))]
    texts += ["".join(draw.choice(alphabet) for _ in range(draw.randint(1, 12))) for _ in range(600)]
    rows = [f"{points(text)}\t{points(fold(text))}" for text in texts if text]
    (pathlib.Path(__file__).parent / "folding.tsv").write_text("\n".join(rows) + "\n")


main()
