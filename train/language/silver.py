"""Parses plain news with one or more teachers: silver trees for the student.

usage: silver.py NEWS.txt OUT.conllu WORK_DIR TEACHER.pt…
"""
import sys

import torch

from corpus import Sentence, write_conllu
from network import Network
from train import Coder, load_vectors, predict

CHUNK = 2048  # sentences


def load(path, words, vectors):
    saved = torch.load(path)
    net = Network(vectors, saved["config"]["sizes"], {k: len(v) for k, v in saved["labels"].items()})
    net.load_state_dict(saved["state"])
    return net.eval(), Coder(words, saved["labels"])


def unparsed(line, labels):
    """The words alone; tags and heads are placeholders that nothing reads."""
    forms = tuple(line.split(" "))
    n = len(forms)
    return Sentence(forms, (labels["upos"][0],) * n, (labels["xpos"][0],) * n, (0,) * n, (labels["rels"][0],) * n)


def main():
    news, out, work = sys.argv[1:4]
    words, vectors = load_vectors(work)
    loaded = [load(path, words, vectors) for path in sys.argv[4:]]
    nets, coder = [net for net, _ in loaded], loaded[0][1]
    with open(news, encoding="utf-8") as f:
        sentences = [unparsed(line, coder.labels) for line in f.read().split("\n") if line]
    parsed = []
    for start in range(0, len(sentences), CHUNK):
        part = sentences[start:start + CHUNK]
        for s, (upos, xpos, heads, rels) in zip(part, predict(nets, coder, part)):
            parsed.append(Sentence(s.forms, tuple(upos), tuple(xpos), tuple(heads), tuple(rels)))
        print(len(parsed), "of", len(sentences), file=sys.stderr, flush=True)
    write_conllu(out, parsed)


if __name__ == "__main__":
    main()
