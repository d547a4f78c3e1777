"""Trains the linear layer that tells an event together with its code. Deterministic from its seed on one machine with one thread.

usage: codes.py ROWS OUT key=value…
  ROWS  ROWS.jsonl and ROWS.f32, as codes.ts writes them     OUT  weights to OUT.json and OUT.f32, answers for rows set apart to OUT.apart.f32

Its inputs are the pair's features and what the pair model's networks score for it. The features' weights are kept few: those that
weigh most over the rows stay and learn on, the others are nothing.
"""
import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
torch.set_flush_denormal(True)

SETTINGS = dict(seed=1, batch=64, epochs=5, more=3, rate=0.002, sparserate=0.02, drop=0.3, smooth=0.05, decay=0.01, most=100000)
SCALE = 0.2  # of the networks' scores as inputs


class Rows:
    """The rows as arrays; features lie one after the other: those of the tree, then those of the regions."""

    def __init__(self, name):
        with open(name + ".jsonl", encoding="utf-8") as f:
            head = json.loads(f.readline())
            rows = [json.loads(line) for line in f]
        self.classes, self.features, self.width = head["classes"], head["features"], head["width"]
        self.label = np.array([r["class"] for r in rows])
        self.apart = np.array([r["apart"] for r in rows], bool)
        self.bags = [[np.array(r[k], np.int64) for r in rows] for k in ("tree", "around")]
        self.scores = np.fromfile(name + ".f32", np.float32).reshape(len(rows), self.width) * SCALE

    def bag(self, ids, part, drop, rng):
        """Features of some rows as one list, where each row's begin, and what each is worth."""
        lists = [self.bags[part][i] for i in ids]
        if drop > 0:
            lists = [own[rng.random(len(own)) >= drop] for own in lists]
        worth = [np.full(len(own), 1 / np.sqrt(max(1, len(own))), np.float32) for own in lists]
        starts = np.cumsum([0] + [len(own) for own in lists[:-1]])
        return torch.from_numpy(np.concatenate(lists)), torch.from_numpy(starts), torch.from_numpy(np.concatenate(worth))


class Layer(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.features = nn.EmbeddingBag(rows.features, len(rows.classes), mode="sum", sparse=True)
        nn.init.zeros_(self.features.weight)
        self.scores = nn.Linear(rows.width, len(rows.classes))

    def forward(self, rows, ids, drop=0.0, rng=None):
        total = self.scores(torch.from_numpy(rows.scores[ids]))
        for part in range(2):
            features, starts, worth = rows.bag(ids, part, drop, rng)
            total = total + self.features(features, starts, per_sample_weights=worth)
        return total


def learn(net, rows, ids, epochs, s, rng, mask=None):
    dense = torch.optim.AdamW(net.scores.parameters(), lr=s["rate"], weight_decay=s["decay"])
    sparse = torch.optim.SparseAdam(net.features.parameters(), lr=s["sparserate"])
    steps, step, began = epochs * -(-len(ids) // s["batch"]), 0, time.time()
    for epoch in range(epochs):
        rng.shuffle(ids)
        total = 0.0
        for at in range(0, len(ids), s["batch"]):
            some = ids[at:at + s["batch"]]
            for optimiser, rate in ((dense, s["rate"]), (sparse, s["sparserate"])):
                optimiser.param_groups[0]["lr"] = rate * max(0.02, 1 - step / steps)
                optimiser.zero_grad()
            loss = cross_entropy(net(rows, some, s["drop"], rng), torch.from_numpy(rows.label[some]), label_smoothing=s["smooth"])
            loss.backward()
            dense.step()
            sparse.step()
            if mask is not None:  # what was taken away stays away
                with torch.no_grad():
                    touched = net.features.weight.grad.coalesce().indices()[0]
                    net.features.weight[touched] *= mask[touched]
            total, step = total + float(loss) * len(some), step + 1
        print(f"pass {epoch + 1} of {epochs}: loss {total / len(ids):.3f}, {time.time() - began:.0f} s", file=sys.stderr, flush=True)


def heaviest(net, rows, ids, most):
    """The weights that move the rows' scores most: by their size and by how many rows have the feature."""
    count = np.zeros(rows.features, np.float32)
    for part in rows.bags:
        for i in ids:
            count[part[i]] += 1
    moved = net.features.weight.detach().numpy() * np.sqrt(count)[:, None]
    floor = np.partition(np.abs(moved).ravel(), -most)[-most]
    return torch.from_numpy((np.abs(moved) >= max(floor, 1e-9)).astype(np.float32))


def main():
    name, out = sys.argv[1:3]
    given = dict(a.split("=", 1) for a in sys.argv[3:])
    s = {**SETTINGS, **{k: type(SETTINGS[k])(float(v)) for k, v in given.items()}}
    rows = Rows(name)
    torch.manual_seed(s["seed"])
    rng = np.random.default_rng(s["seed"])
    net = Layer(rows)
    ids = np.where(~rows.apart & (rows.label >= 0))[0]
    learn(net, rows, ids, s["epochs"], s, rng)
    mask = heaviest(net, rows, ids, s["most"])
    with torch.no_grad():
        net.features.weight *= mask
    learn(net, rows, ids, s["more"], s, rng, mask)
    apart = np.where(rows.apart)[0]
    with torch.no_grad():
        answers = [net(rows, apart[i:i + 256]).numpy() for i in range(0, len(apart), 256)]
    np.concatenate(answers + [np.zeros((0, len(rows.classes)), np.float32)]).astype(np.float32).tofile(out + ".apart.f32")
    matrices = {"features": net.features.weight, "scores": net.scores.weight.T * SCALE, "bias": net.scores.bias}
    with open(out + ".f32", "wb") as f:
        for m in matrices.values():
            f.write(np.ascontiguousarray(m.detach().numpy(), np.float32).tobytes())
    with open(out + ".json", "w", encoding="utf-8") as f:
        json.dump({"matrices": [{"name": k, "shape": list(m.shape)} for k, m in matrices.items()]}, f)


if __name__ == "__main__":
    main()
