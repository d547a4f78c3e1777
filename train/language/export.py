"""Writes a trained student as 8-bit matrices for `pack.ts`, which puts the model file together.

usage: export.py STUDENT.pt WORK_DIR OUT_DIR
"""
import json
import os
import sys

import numpy as np
import torch

from network import Network
from train import load_vectors


class Writer:
    def __init__(self, folder):
        self.folder, self.sections = folder, []
        os.makedirs(folder, exist_ok=True)

    def put(self, name, values):
        kind = {"int8": "i8", "float32": "f32"}[str(values.dtype)]
        values.tofile(os.path.join(self.folder, name))
        self.sections.append({"name": name, "type": kind, "shape": list(values.shape)})

    def text(self, name, text):
        data = text.encode("utf-8")
        with open(os.path.join(self.folder, name), "wb") as out:
            out.write(data)
        self.sections.append({"name": name, "type": "text", "shape": [len(data)]})

    def rows(self, name, matrix):
        """8 bits a weight, one scale a row."""
        scales = np.abs(matrix).max(1) / 127
        scales[scales == 0] = 1
        self.put(name, np.round(matrix / scales[:, None]).astype(np.int8))
        self.put(name + ".scales", scales.astype(np.float32))

    def linear(self, name, matrix, bias):
        """The kernel wants rows in fours."""
        extra = -len(matrix) % 4
        self.rows(name, np.concatenate([matrix, np.zeros((extra, matrix.shape[1]), matrix.dtype)]))
        self.put(name + ".bias", np.concatenate([bias, np.zeros(extra, bias.dtype)]).astype(np.float32))


def main():
    student, work, folder = sys.argv[1:4]
    saved = torch.load(student)
    words, vectors = load_vectors(work)
    labels, sizes = saved["labels"], saved["config"]["sizes"]
    net = Network(vectors, sizes, {k: len(v) for k, v in labels.items()})
    net.load_state_dict(saved["state"])
    p = {k: v.detach().double().numpy() for k, v in net.state_dict().items()}
    out = Writer(folder)
    out.text("words", "\n".join(words))
    raw = np.load(os.path.join(work, "vectors.npz"))
    out.put("vectors", raw["values"])
    out.put("vectors.scales", raw["scales"])
    out.rows("bag", p["bag.weight"])
    for layer in ("first", "second"):
        both = [p[f"{layer}.{part}_l0{way}"] for part in ("weight_ih", "bias_ih", "bias_hh") for way in ("", "_reverse")]
        out.linear(layer + ".in", np.concatenate(both[0:2]), np.concatenate([both[2] + both[4], both[3] + both[5]]))
        for way, suffix in (("forward", ""), ("backward", "_reverse")):
            w = p[f"{layer}.weight_hh_l0{suffix}"]
            out.linear(f"{layer}.{way}", w, np.zeros(len(w)))
    out.linear("tags", np.concatenate([p["upos.weight"], p["xpos.weight"]]), np.concatenate([p["upos.bias"], p["xpos.bias"]]))
    attach = ["arc_dep", "arc_head", "rel_dep", "rel_head"]
    out.linear("attach", np.concatenate([p[a + ".weight"] for a in attach]), np.concatenate([p[a + ".bias"] for a in attach]))
    out.linear("arc", p["bilinear"].T, p["head_bias"])
    out.linear("rel", p["rel.weight"], p["rel.bias"])
    root = p["arc_head.weight"] @ p["root"] + p["arc_head.bias"]
    out.put("root.arc", np.where(root < 0, 0.1 * root, root).astype(np.float32))
    for name, key in (("upos", "upos"), ("xpos", "xpos"), ("relations", "rels")):
        out.text("labels." + name, "\n".join(labels[key]))
    with open(os.path.join(folder, "sections.json"), "w", encoding="utf-8") as f:
        json.dump(out.sections, f)


if __name__ == "__main__":
    main()
