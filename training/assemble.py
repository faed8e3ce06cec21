"""Put the trained parts together: one pipeline, lean on disk, with its licence beside it."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language
from thinc.api import Model, NumpyOps, set_current_ops

from training.vectors import load_trained, look_up_in_lower_case

NOTICE = Path(__file__).parent / "MODEL-NOTICE.md"
LICENCE = Path(__file__).parent / "CC-BY-SA-4.0.txt"
KEPT_BITS = 10  # of the 23 bits of a float32's mantissa; no score changed, and the wheel packs by a third
META = {
    "name": "digest_sm",
    "version": "0.3.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "description": "English for the news: tags, morphology, lemmas, dependencies, sentences, names. "
    "Trained for Digest on openly licensed corpora only.",
    "author": "The Digest developers",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "Universal Dependencies English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM, open genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA or public domain"},
        {"name": "Universal NER, English EWT", "license": "CC BY-SA 4.0"},
        {"name": "CrossNER", "license": "MIT; texts CC BY-SA (Wikipedia)"},
        {"name": "Re-DocRED", "license": "MIT; texts CC BY-SA (Wikipedia)"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "re3d", "license": "OGL v3, CC BY 3.0 AU, CC BY-SA 3.0, public domain"},
        {"name": "Broad Twitter Corpus, WNUT 17", "license": "CC BY 4.0"},
        {"name": "GloVe 6B, 100 dimensions", "license": "PDDL 1.0"},
        {"name": "spacy-lookups-data: lemma rules", "license": "MIT"},
    ],
}


def assemble(trees: Path, names: Path) -> Language:
    """The parser's pipeline with a rule lemmatizer and the recogniser of names added.

    The sentence splitter that was trained beside the parser goes: the parser splits as well.
    """
    nlp = load_trained(trees)
    nlp.remove_pipe("senter")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer").initialize()
    nlp.add_pipe("ner", source=load_trained(names))
    nlp.meta.update(META)
    nlp.meta["performance"] = {}  # REPORT.md has the scores that count
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # nobody's folders
    for _, pipe in nlp.pipeline:
        if isinstance(model := getattr(pipe, "model", None), Model):
            _round_weights(model)
    return nlp


def _round_weights(model: Model[Any, Any]) -> None:
    """Round every weight to few bits, in place: the file is as large, but packs far better."""
    dropped = 23 - KEPT_BITS
    half, mask = numpy.uint32(1 << (dropped - 1)), numpy.uint32(0xFFFFFFFF << dropped & 0xFFFFFFFF)
    for node in model.walk():
        for name in node.param_names:
            if not node.has_param(name):
                continue
            weights = numpy.ascontiguousarray(node.get_param(name))
            if weights.dtype == numpy.float32:
                bits = (weights.view(numpy.uint32) + half) & mask
                node.set_param(name, bits.view(numpy.float32).reshape(weights.shape).copy())


def _named_strings(nlp: Language) -> list[str]:
    """The strings that components name: labels, and the features inside the labels of morphology."""
    labels = {label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    return sorted(labels | {part for label in labels for part in re.split(r"[=|]", label)})


def save(nlp: Language, out: Path) -> None:
    """Write the pipeline, its notice and its licence into ``out``."""
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    look_up_in_lower_case(out)
    # The spelling of every word of the corpora and the vectors goes: words are looked up by their hash.
    strings = json.dumps(_named_strings(nlp), ensure_ascii=False)
    (out / "vocab" / "strings.json").write_text(strings, encoding="utf-8")
    shutil.copy(NOTICE, out / "NOTICE.md")
    shutil.copy(LICENCE, out / "LICENSE.txt")


def main() -> None:
    """Assemble, save, load again and print what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees", type=Path, help="trained parser")
    parser.add_argument("names", type=Path, help="trained recogniser of names")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    save(assemble(arguments.trees, arguments.names), arguments.out)
    size = sum(file.stat().st_size for file in arguments.out.rglob("*") if file.is_file())
    print(json.dumps({"pipeline": spacy.load(arguments.out).pipe_names, "bytes": size}))


if __name__ == "__main__":
    main()
