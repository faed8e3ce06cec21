"""The treebanks as spaCy documents with the labels of ``en_core_web_*``, split for training and measuring."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.clear import to_clear
from training.conllu import Paragraph, Word, read_conllu

# The official split of GUM, its open genres only (splits.md of the corpus).
GUM_DEV = """
academic_exposure academic_librarians bio_byron bio_emperor court_loan court_negligence interview_cyclone
interview_gaming news_homeopathic news_iodine speech_impeachment speech_inauguration textbook_governments
textbook_labor vlog_portland vlog_radiology voyage_athens voyage_coron
""".split()
GUM_TEST = """
academic_discrimination academic_eegimaa bio_dvorak bio_jespersen court_insanity court_mitigation
interview_hill interview_libertarian news_nasa news_sensitive speech_austria speech_newzealand
textbook_chemistry textbook_union vlog_london vlog_studying voyage_oakland voyage_vavau
""".split()
NEWS_LIKE = ("news", "speech", "interview")


def gum_part(document: str) -> str:
    """``train``, ``dev`` or ``test``: the part of GUM's split that holds a document."""
    name = document.removeprefix("GUM_")
    return "test" if name in GUM_TEST else "dev" if name in GUM_DEV else "train"


def blocks(paragraphs: Iterable[Paragraph], rng: random.Random) -> Iterator[list[list[Word]]]:
    """Cut paragraphs into runs of one to five sentences, so that the splitter sees inner boundaries."""
    for paragraph in paragraphs:
        start = 0
        while start < len(paragraph.sentences):
            size = rng.choice((1, 2, 3, 3, 4, 4, 5))
            yield paragraph.sentences[start : start + size]
            start += size


def to_doc(sentences: Iterable[list[Word]], vocab: Vocab) -> Doc | None:
    """One Doc of the sentences; None where no tree could be converted or a form holds a space."""
    words: list[Word] = []
    heads: list[int] = []
    deps: list[str] = []
    spaces: list[bool] = []
    for sentence in sentences:
        tree = to_clear(sentence)
        if tree is None:
            continue
        offset = len(words)
        words += sentence
        heads += [offset + (head if head >= 0 else i) for i, head in enumerate(tree.heads)]
        deps += tree.labels
        spaces += [word.space_after for word in sentence[:-1]] + [True]
    if not words or any(" " in word.form for word in words):
        return None
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=deps,
    )


def build(corpora: Path) -> dict[str, list[Doc]]:
    """Every part of the treebanks below ``corpora`` (``ewt/``, ``gum/``, and ``pud/`` where it is there)."""
    vocab = spacy.blank("en").vocab
    rng = random.Random(1)

    def docs(paragraphs: Iterable[Paragraph]) -> list[Doc]:
        made = (to_doc(block, vocab) for block in blocks(paragraphs, rng))
        return [doc for doc in made if doc is not None]

    gum = list(read_conllu(corpora / "gum" / "gum-open-genres.conllu.gz"))
    in_gum = {
        part: [paragraph for paragraph in gum if gum_part(paragraph.document) == part]
        for part in ("train", "dev", "test")
    }
    news_like = [p for p in in_gum["test"] if p.document.removeprefix("GUM_").startswith(NEWS_LIKE)]
    ewt_dev = docs(read_conllu(corpora / "ewt" / "en_ewt-ud-dev.conllu.gz"))
    gum_dev = docs(in_gum["dev"])
    parts = {
        "ewt_train": docs(read_conllu(corpora / "ewt" / "en_ewt-ud-train.conllu.gz")),
        "ewt_test": docs(read_conllu(corpora / "ewt" / "en_ewt-ud-test.conllu.gz")),
        "gum_train": docs(in_gum["train"]),
        "gum_test": docs(in_gum["test"]),
        "gum_news_test": docs(news_like),
        # A third of the development parts is enough to watch a run by; the rest is training text.
        "dev": ewt_dev[::3] + gum_dev[::3],
    }
    more = [doc for i, doc in enumerate(ewt_dev) if i % 3] + [doc for i, doc in enumerate(gum_dev) if i % 3]
    parts["train"] = parts["ewt_train"] + parts["gum_train"] + more
    random.Random(0).shuffle(parts["train"])
    pud = corpora / "pud" / "en_pud-ud-test.conllu"
    if pud.exists():
        parts["pud_test"] = [doc for p in read_conllu(pud) if (doc := to_doc(p.sentences, vocab)) is not None]
    return parts


def main() -> None:
    """Write each part as a DocBin and print its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the raw corpora")
    parser.add_argument("out", type=Path, help="folder for the .spacy files")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, docs in build(arguments.corpora).items():
        DocBin(docs=docs).to_disk(arguments.out / f"{name}.spacy")
        sentences = sum(len(list(doc.sents)) for doc in docs)
        print(f"{name:15} {len(docs):6} docs {sentences:6} sentences {sum(map(len, docs)):7} tokens")


if __name__ == "__main__":
    main()
