"""Trains the second reader of pairs, or answers with it. Deterministic from its seed on one machine with one thread.

usage: sequence.py PAIRS VECTORS OUT key=value…
  PAIRS    PAIRS.jsonl and PAIRS.states, as write-sequences.ts writes them     VECTORS  word vectors, 100 floats a row
  mode=train (weights to OUT.json and OUT.f32) | mode=folds (scores of the pairs with a fold to OUT, each from a network
  that saw no pair of its fold) | mode=manual (weights as by train, of a network that learns all pairs
  alike: the first row of habit is that of real sentences, the second that of written ones) | mode=parts (scores as by folds, of
  such networks, each of which learnt the pairs of all other folds)

The network first learns from all pairs in the manual's habit, then goes on with the public data and a part of the others
mixed in: the folds share the first, longer half.
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
from torch.nn.functional import binary_cross_entropy_with_logits as bce, cross_entropy

torch.set_num_threads(1)
torch.set_flush_denormal(True)

SETTINGS = dict(seed=1, size=96, states=144, batch=64, epochs=6, rate=0.003, more=8, morerate=0.0015, replay=3000,
                wordless=0.1, lemmaless=0.3, dropin=0.1, drop=0.1, droppool=0.2, drophidden=0.2, smooth=0.05, side=0.3, code=0.3, codesmooth=0.0,
                decay=0.01, least=4)
REGIONS, PICKED, DIM, FEATURES, WHOLE = 7, 9, 100, 28, 16
HEADS = ("cameo", "mode", "status")


class Pairs:
    """All pairs as arrays; words lie one after the other, pair i's from start[i] to start[i + 1]."""

    def __init__(self, name, settings):
        with open(name + ".jsonl", encoding="utf-8") as f:
            self.sizes = json.loads(f.readline())
            rows = [json.loads(line) for line in f]
        self.count = len(rows)
        self.length = np.array([len(r["rows"]) for r in rows])
        self.start = np.concatenate([[0], np.cumsum(self.length)])
        self.names = self.vocabulary((n for r in rows for w in r["names"] for n in w), settings["least"])
        self.wholes = self.vocabulary((n for r in rows for n in r["whole"]), settings["least"])
        self.word = np.array([x + 1 for r in rows for x in r["rows"]])
        self.feature = self.padded([w for r in rows for w in r["names"]], self.names, FEATURES)
        self.region = np.array([x for r in rows for x in r["regions"]])
        self.picked = np.array([r["picked"] if r["picked"] else [-1] * PICKED for r in rows])
        self.whole = self.padded([r["whole"] for r in rows], self.wholes, WHOLE)
        self.fold, self.weight = np.array([r["fold"] for r in rows]), np.array([r["weight"] for r in rows], np.float32)
        self.manual = np.array([int(r["manual"]) for r in rows])
        events = len(self.sizes["events"])
        self.event = np.array([[r["event"] >> k & 1 for k in range(events)] for r in rows], np.float32)
        self.label = {k: np.array([r[k] for r in rows]) for k in HEADS + ("negated",)}
        self.contexts = np.zeros((self.count, self.sizes["contexts"]), np.float32)
        for i, r in enumerate(rows):
            self.contexts[i, r["contexts"]] = 1
        self.reduce(name + ".states", settings["states"])

    @staticmethod
    def vocabulary(names, least):
        count = {}
        for n in names:
            count[n] = count.get(n, 0) + 1
        return {n: i + 1 for i, n in enumerate(sorted(n for n, c in count.items() if c >= least))}

    @staticmethod
    def padded(lists, vocabulary, width):
        out = np.zeros((len(lists), width), np.int32)
        for i, names in enumerate(lists):
            ids = [vocabulary.get(n, 0) for n in names][:width]
            out[i, :len(ids)] = ids
        return out

    def reduce(self, file, size):
        """The states' main components: a fifth of the numbers, most of what they tell."""
        states = np.fromfile(file, np.int16).reshape(-1, 512)
        part = states[np.random.default_rng(0).choice(len(states), 40000)].astype(np.float32) / 511
        self.mean = part.mean(0)
        worth, axes = np.linalg.eigh(np.cov((part - self.mean).T))
        best = np.argsort(-worth)[:size]
        self.axes = (axes[:, best] / np.sqrt(worth[best].mean())).astype(np.float32)
        self.state = np.empty((len(states), size), np.float16)
        for i in range(0, len(states), 20000):
            self.state[i:i + 20000] = (states[i:i + 20000].astype(np.float32) / 511 - self.mean) @ self.axes

    def batch(self, ids):
        n, t = len(ids), max(1, int(self.length[ids].max()))
        at, mask = np.zeros((n, t), np.int64), np.zeros((n, t), np.float32)
        for j, i in enumerate(ids):
            at[j, :self.length[i]] = np.arange(self.start[i], self.start[i + 1])
            mask[j, :self.length[i]] = 1
        long = lambda x: torch.from_numpy(x.astype(np.int64))
        out = dict(word=long(self.word[at]), feature=long(self.feature[at]), region=long(self.region[at]), mask=torch.from_numpy(mask),
                   state=torch.from_numpy(self.state[at].astype(np.float32)), picked=long(self.picked[ids]), whole=long(self.whole[ids]),
                   manual=long(self.manual[ids]), event=torch.from_numpy(self.event[ids]), contexts=torch.from_numpy(self.contexts[ids]),
                   weight=torch.from_numpy(self.weight[ids]))
        out.update({k: long(v[ids]) for k, v in self.label.items()})
        return out


class Reader(nn.Module):
    def __init__(self, pairs, vectors, s):
        super().__init__()
        self.s, h = s, s["size"]
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.features = nn.EmbeddingBag(len(pairs.names) + 1, h, mode="sum", padding_idx=0)
        self.wholes = nn.EmbeddingBag(len(pairs.wholes) + 1, h, mode="sum", padding_idx=0)
        self.habit = nn.Embedding(2, h)
        for table, spread in ((self.features, 0.06), (self.wholes, 0.03), (self.habit, 0.03)):
            nn.init.normal_(table.weight, std=spread)
        with torch.no_grad():
            self.features.weight[0] = 0
            self.wholes.weight[0] = 0
        self.inner = nn.Linear(DIM + s["states"], h)
        self.around = nn.Conv1d(h, h, 3, padding=1)
        self.hidden = nn.Linear((REGIONS + PICKED) * h, h)
        sizes = pairs.sizes
        self.parts = [len(sizes["events"]), sizes["cameo"], sizes["mode"], sizes["status"], 1, sizes["contexts"]]
        self.out = nn.Linear(h, sum(self.parts))
        self.habits = nn.Embedding(2, self.parts[0])
        nn.init.zeros_(self.habits.weight)

    def dropped(self, x, p):
        """Dropout with one mask for the whole stretch."""
        return x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - p)) / (1 - p) if self.training else x

    def forward(self, b):
        s, (n, t), mask = self.s, b["word"].shape, b["mask"].unsqueeze(2)
        vector, feature = self.vectors(b["word"]), b["feature"]
        if self.training:
            vector = vector * torch.bernoulli(torch.full((n, t, 1), 1 - s["wordless"]))
            keep = torch.ones(n, t, FEATURES, dtype=torch.long)
            keep[:, :, 0] = torch.bernoulli(torch.full((n, t), 1 - s["lemmaless"])).long()  # the lemma comes first
            feature = feature * keep
        named = self.features(feature.reshape(n * t, -1)).reshape(n, t, -1)
        x = torch.relu(self.inner(self.dropped(torch.cat([vector, b["state"]], 2), s["dropin"])) + named) * mask
        x = self.dropped(x, s["drop"])
        y = (torch.relu(self.around(x.transpose(1, 2)).transpose(1, 2)) + x) * mask
        pools = [(y * (b["region"] >> r & 1).unsqueeze(2)).amax(1) for r in range(REGIONS)]
        padded = torch.cat([torch.zeros(n, 1, y.shape[2]), y], 1)
        pools.append(torch.gather(padded, 1, (b["picked"] + 1).unsqueeze(2).expand(-1, -1, y.shape[2])).reshape(n, -1))
        drop = nn.functional.dropout
        h = self.hidden(drop(torch.cat(pools, 1), s["droppool"], self.training)) + self.wholes(b["whole"]) + self.habit(b["manual"])
        scores = self.out(drop(torch.relu(h), s["drophidden"], self.training))
        return torch.cat([scores[:, :self.parts[0]] + self.habits(b["manual"]), scores[:, self.parts[0]:]], 1)

    def loss(self, b):
        s = self.s
        event, cameo, mode, status, negated, contexts = self(b).split(self.parts, 1)
        chances = torch.log_softmax(event, 1)
        total = -(1 - s["smooth"]) * torch.logsumexp(chances + torch.log(b["event"] + 1e-12), 1) - s["smooth"] * chances.mean(1)
        for scores, name, worth, smooth in ((cameo, "cameo", s["code"], s["codesmooth"]), (mode, "mode", s["side"], 0.0), (status, "status", s["side"], 0.0)):
            total = total + worth * cross_entropy(scores, b[name], ignore_index=-1, reduction="none", label_smoothing=smooth)
        yes = bce(negated.squeeze(1), b["negated"].clamp(min=0).float(), reduction="none") + bce(contexts, b["contexts"], reduction="none").sum(1)
        return ((total + s["side"] * (b["negated"] >= 0) * yes) * b["weight"]).mean()


def learn(net, pairs, ids_of, epochs, rate, rng, what):
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=rate, weight_decay=net.s["decay"])
    began, step, total = time.time(), 0, None
    for epoch in range(epochs):
        ids = ids_of()
        ids = ids[np.argsort(pairs.length[ids] + rng.random(len(ids)) * 6, kind="stable")]
        batches = [ids[i:i + net.s["batch"]] for i in range(0, len(ids), net.s["batch"])]
        rng.shuffle(batches)
        total, sum_ = total or epochs * len(batches), 0.0
        net.train()
        for batch in batches:
            part = min(1, step / total)
            for group in optimiser.param_groups:
                group["lr"] = rate * (part / 0.1 + 0.02 if part < 0.1 else 0.5 * (1 + np.cos(np.pi * (part - 0.1) / 0.9)) + 0.002)
            loss = net.loss(pairs.batch(batch))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            sum_, step = sum_ + float(loss), step + 1
        print(f"{what} pass {epoch + 1} of {epochs}: loss {sum_ / len(batches):.3f}, {time.time() - began:.0f} s", file=sys.stderr, flush=True)


def scores_of(net, pairs, ids):
    net.eval()
    out = np.zeros((len(ids), sum(net.parts)), np.float32)
    order = np.argsort(pairs.length[ids], kind="stable")
    with torch.no_grad():
        for i in range(0, len(order), 64):
            out[order[i:i + 64]] = net(pairs.batch(ids[order[i:i + 64]])).numpy()
    return out


def write_weights(net, pairs, out):
    """Everything folded into what the reader needs at run time: float matrices, one after the other, listed in OUT.json."""
    p = {k: v.detach().double().numpy() for k, v in net.state_dict().items()}
    words, states = p["inner.weight"][:, :DIM], p["inner.weight"][:, DIM:] @ pairs.axes.T.astype(np.float64)
    around = p["around.weight"]
    matrices = {
        "states": states, "states.bias": p["inner.bias"] - states @ pairs.mean, "words": words,
        "names": p["features.weight"][1:], "around": np.concatenate([around[:, :, k] for k in range(3)], 1), "around.bias": p["around.bias"],
        "hidden": p["hidden.weight"], "hidden.bias": p["hidden.bias"], "whole": p["wholes.weight"][1:], "habit": p["habit.weight"],
        "out": p["out.weight"], "out.bias": p["out.bias"], "habits": p["habits.weight"],
    }
    with open(out + ".f32", "wb") as f:
        for m in matrices.values():
            f.write(np.ascontiguousarray(m, np.float32).tobytes())
    with open(out + ".json", "w", encoding="utf-8") as f:
        json.dump({"matrices": [{"name": k, "shape": list(m.shape)} for k, m in matrices.items()],
                   "names": list(pairs.names), "whole": list(pairs.wholes)}, f, ensure_ascii=False)


def main():
    name, vector_file, out = sys.argv[1:4]
    given = dict(a.split("=", 1) for a in sys.argv[4:])
    mode = given.pop("mode")
    s = {**SETTINGS, **{k: type(SETTINGS[k])(float(v)) for k, v in given.items()}}
    pairs = Pairs(name, s)
    vectors = np.fromfile(vector_file, np.float32).reshape(-1, DIM)
    vectors = torch.from_numpy(np.concatenate([np.zeros((1, DIM), np.float32), vectors]))
    torch.manual_seed(s["seed"])
    rng = np.random.default_rng(s["seed"])
    net = Reader(pairs, vectors, s)
    read = pairs.length > 0

    def write_scores(scores_without):
        """Scores of the pairs with a fold, each by a network that saw none of its fold; zeros for the others."""
        full = np.zeros((pairs.count, sum(net.parts)), np.float32)
        for fold in sorted(set(pairs.fold[pairs.fold >= 0])):
            own = np.where(pairs.fold == fold)[0]
            full[own] = scores_without(fold, own)
        with open(out, "wb") as f:
            np.array(full.shape, np.int32).tofile(f)
            full.tofile(f)

    if mode == "parts":
        def learnt_without(fold, own):
            part = Reader(pairs, vectors, s)
            others = np.where(read & (pairs.fold != fold))[0]
            learn(part, pairs, lambda: others, s["epochs"], s["rate"], rng, f"part {fold}")
            return scores_of(part, pairs, own)

        write_scores(learnt_without)
        return
    manual, public = np.where(read & (pairs.manual == 1))[0], np.where(read & (pairs.manual == 0))[0]
    begun = np.where(read)[0] if mode == "manual" else manual
    learn(net, pairs, lambda: begun, s["epochs"], s["rate"], rng, "first")
    start = {k: v.clone() for k, v in net.state_dict().items()}
    for k in ("habit.weight", "habits.weight"):
        start[k][0] = start[k][1]

    def go_on(without):
        net.load_state_dict(start)
        known = public[pairs.fold[public] != without] if without >= 0 else public
        learn(net, pairs, lambda: np.concatenate([known, rng.choice(manual, min(len(manual), s["replay"]), replace=False)]),
              s["more"], s["morerate"], rng, f"fold {without}" if without >= 0 else "then")

    if mode in ("train", "manual"):
        if mode == "train" and len(public) > 0:
            go_on(-1)
        write_weights(net, pairs, out)
        return
    def gone_on_without(fold, own):
        go_on(fold)
        return scores_of(net, pairs, own)

    write_scores(gone_on_without)


if __name__ == "__main__":
    main()
