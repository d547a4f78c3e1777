"""Cuts the word vectors to the words that news needs and quantises them to 8 bits.

usage: vectors.py EMBEDDINGS.json NEWS.jsonl.gz|- TRAIN.conllu WORK_DIR [SIZE]
"""
import gzip
import json
import os
import re
import sys
from collections import Counter
from contextlib import nullcontext

import numpy as np

from corpus import read_conllu
from features import vector_key

SIZE = 50_000


def main():
    embeddings, news, train, work = sys.argv[1:5]
    size = int(sys.argv[5]) if len(sys.argv) > 5 else SIZE
    with open(embeddings, encoding="utf-8") as f:
        table = json.load(f)
    counts = Counter(vector_key(f) for s in read_conllu(train) for f in s.forms)
    with gzip.open(news, "rt", encoding="utf-8") if news != "-" else nullcontext([]) as lines:
        for line in lines:
            counts.update(vector_key(w) for w in re.findall(r"[\w.']+(?:-[\w.']+)*|\S", json.loads(line)["text"]))
    vectors = table["vectors"]
    wanted = {w for w, c in counts.items() if c >= 3 and w in vectors}
    for w in table["words"]:  # by falling frequency in the vectors' own corpus
        if len(wanted) >= size:
            break
        wanted.add(w)
    words = sorted(wanted)
    matrix = np.array([vectors[w][:100] for w in words], np.float32)
    scales = (np.abs(matrix).max(1) / 127).astype(np.float32)
    scales[scales == 0] = 1
    np.savez(os.path.join(work, "vectors.npz"), values=np.round(matrix / scales[:, None]).astype(np.int8), scales=scales)
    with open(os.path.join(work, "vocabulary.json"), "w", encoding="utf-8") as f:
        json.dump(words, f, ensure_ascii=False)
    print(len(words), "words")


if __name__ == "__main__":
    main()
