"""Writes the articles of toscaData (github.com/Docma-TU/toscaData: Wikinews 2004 to 2018, CC BY 2.5) as JSON Lines.

    pip install rdata
    python read_tosca.py data/economy.rda data/politics.rda > wikinews_topics.jsonl

A line is {"id", "date", "title", "text"}. Of the text, HTML entities, quotation by apostrophes and the spaces that removed links left are mended.
"""

import datetime
import html
import json
import os
import re
import sys
import unicodedata
import warnings

import rdata

warnings.filterwarnings("ignore")  # classes of R that are read as plain lists


def clean(wiki: str) -> str:
    text = unicodedata.normalize("NFC", html.unescape(re.sub(r"^<text[^>]*>", "", wiki))).replace("\xa0", " ")
    text = text.replace("''", "")
    text = re.sub(r'([.!?]["”\']?) {2,}(?=["“\']?[A-Z])', r"\1\n\n", text)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.;:!?)\]])(?!\d)", r"\1", text)
    text = re.sub(r"([(\[]) +", r"\1", text)
    text = re.sub(r" +'s\b", "'s", text)
    return re.sub(r"\$ (?=\d)", "$", text).strip()


for path in sys.argv[1:]:
    name = os.path.basename(path).removesuffix(".rda")
    articles = rdata.read_rda(path)[name]
    meta = articles["meta"]
    for id, day, title in zip(meta["id"], meta["date"], meta["title"]):
        if day != day:  # no date
            continue
        text = articles["text"][id]
        line = {
            "id": name[0] + id,
            "date": (datetime.date(1970, 1, 1) + datetime.timedelta(days=int(day))).isoformat(),
            "title": html.unescape(re.sub(r"</?title>", "", title)).strip(),
            "text": clean(str(text if isinstance(text, str) else text[0])),
        }
        print(json.dumps(line, ensure_ascii=False))
