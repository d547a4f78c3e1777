"""Trains the network that tells a sentence's contexts. Deterministic from its seed on one machine with one thread.

usage: contexts.py SENTENCES VECTORS OUT
  SENTENCES  one JSON object a line, as contexts.ts writes them, after a line with the lists     VECTORS  100 floats a row
  OUT        weights to OUT.json and OUT.f32

The first readers of the sentences put one context where three hold, so what they left out says little: the sentences that
a second reader read anew count for more, and on them, out of fold, scores are turned into probabilities and the threshold is found.
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
from torch.nn.functional import binary_cross_entropy_with_logits as bce, dropout

torch.set_num_threads(1)
torch.set_flush_denormal(True)

DIM, WORD, MEAN, FOLDS = 100, 96, 96, 3
BATCH, PASSES, RATE, DECAY, TWICE, LEMMA = 64, 20, 0.004, 0.05, 4.0, 4.0
FLAT = 0.004
NOTHING = -8.0  # score of a word that is not there


class Sentences:
    def __init__(self, name):
        with open(name, encoding="utf-8") as f:
            lists = json.loads(f.readline())
            rows = [json.loads(line) for line in f]
        self.lemmas, self.codes, self.count = lists["lemmas"], lists["codes"], lists["contexts"]
        n, t = len(rows), max(len(r["rows"]) for r in rows)
        known = {l: i + 1 for i, l in enumerate(self.lemmas)}
        self.word, self.lemma = np.zeros((n, t), np.int64), np.zeros((n, t), np.int64)
        self.label = np.zeros((n, self.count), np.float32)
        for i, r in enumerate(rows):
            self.word[i, :len(r["rows"])] = [x + 1 for x in r["rows"]]
            self.lemma[i, :len(r["rows"])] = [known.get(l, 0) for l in r["lemmas"]]
            self.label[i, r["contexts"]] = 1
        self.length = np.array([len(r["rows"]) for r in rows])
        hits = np.array([r["hits"] for r in rows], np.float32)
        self.hits = np.concatenate([np.minimum(hits, 1), (hits > 1).astype(np.float32)], 1)
        self.code = np.array([self.codes.index(r["code"]) if r["code"] in self.codes else len(self.codes) for r in rows])
        self.twice, self.kept = np.array([r["twice"] for r in rows]), np.array([r["kept"] for r in rows])
        self.fold = np.array([r["fold"] for r in rows])

    def batch(self, ids):
        most = max(1, int(self.length[ids].max()))
        return [torch.from_numpy(x) for x in (self.word[ids, :most], self.lemma[ids, :most], self.hits[ids], self.code[ids])]


class Contexts(nn.Module):
    def __init__(self, s, vectors):
        super().__init__()
        k = s.count
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.word, self.wordOut = nn.Linear(DIM, WORD), nn.Linear(WORD, k)
        self.mean, self.meanOut = nn.Linear(DIM, MEAN), nn.Linear(MEAN, k)
        self.lemma = nn.Embedding(len(s.lemmas) + 1, k, padding_idx=0)
        self.hit, self.code = nn.Linear(2 * k, k), nn.Embedding(len(s.codes) + 1, k)
        for table in (self.lemma, self.hit, self.code):
            nn.init.zeros_(table.weight)
        with torch.no_grad():
            self.hit.weight[:, :k] = torch.eye(k)
            self.hit.bias.fill_(-4.0)

    def forward(self, word, lemma, hits, code):
        there = (word > 0).float().unsqueeze(2)
        v = self.vectors(word)
        if self.training:
            lemma = lemma * (torch.rand(lemma.shape) > 0.3).long()
            v = v * (torch.rand(word.shape) > 0.15).float().unsqueeze(2)
        p = lambda share: share if self.training else 0.0
        own = self.wordOut(torch.relu(dropout(self.word(v), p(0.2)))) + LEMMA * self.lemma(lemma)
        own = own.masked_fill((word == 0).unsqueeze(2) & (lemma == 0).unsqueeze(2), NOTHING)
        mean = (v * there).sum(1) / there.sum(1).clamp(min=1)
        out = torch.logsumexp(2 * own, 1) / 2 + self.meanOut(dropout(torch.relu(self.mean(mean)), p(0.3)))
        return out + self.hit(dropout(hits, p(0.2))) + dropout(self.code(code), p(0.3))


def learn(s, vectors, ids, what):
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    net = Contexts(s, vectors)
    optimiser = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=RATE, weight_decay=DECAY)
    label, weight = torch.from_numpy(s.label), torch.from_numpy(np.where(s.twice, TWICE, 1.0).astype(np.float32))
    total, step, began = PASSES * ((len(ids) + BATCH - 1) // BATCH), 0, time.time()
    for _ in range(PASSES):
        net.train()
        order = ids[np.argsort(s.length[ids] + rng.random(len(ids)) * 8, kind="stable")]
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            part = step / total
            for group in optimiser.param_groups:
                group["lr"] = RATE * (part / 0.1 + 0.02 if part < 0.1 else 0.5 * (1 + np.cos(np.pi * (part - 0.1) / 0.9)) + 0.002)
            at = torch.from_numpy(batch)
            loss = (bce(net(*s.batch(batch)), label[at], reduction="none").sum(1) * weight[at]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
    print(f"{what}: {len(ids)} sentences, {time.time() - began:.0f} s", file=sys.stderr, flush=True)
    return net.eval()


def scores_of(net, s, ids):
    with torch.no_grad():
        return np.concatenate([net(*s.batch(ids[i:i + 256])).numpy() for i in range(0, len(ids), 256)])


def calibrate(scores, label):
    """Scale, and a shift for each context drawn to the common one, that make scores probabilities."""
    scale, common, own = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True), torch.zeros(label.shape[1], requires_grad=True)
    x, y = torch.from_numpy(scores), torch.from_numpy(label)
    optimiser = torch.optim.LBFGS([scale, common, own], max_iter=200)

    def closure():
        optimiser.zero_grad()
        loss = bce(scale * x + common + own, y, reduction="sum") + 2.0 * (own ** 2).sum()
        loss.backward()
        return loss
    optimiser.step(closure)
    return float(scale), (common + own).detach().numpy()


def f1(given, label):
    return 2 * (given & (label > 0)).sum() / max(1, given.sum() + label.sum())


def main():
    s = Sentences(sys.argv[1])
    vectors = np.fromfile(sys.argv[2], np.float32).reshape(-1, DIM)
    vectors = torch.from_numpy(np.concatenate([np.zeros((1, DIM), np.float32), vectors]))
    known = np.where(~s.kept)[0]
    twice = np.where(s.twice & ~s.kept)[0]
    scores = np.zeros((len(twice), s.count), np.float32)
    for fold in range(FOLDS):
        out = s.fold[twice] == fold
        net = learn(s, vectors, known[~(s.twice[known] & (s.fold[known] == fold))], f"fold {fold}")
        scores[out] = scores_of(net, s, twice[out])
    scale, shift = calibrate(scores, s.label[twice])
    chance = 1 / (1 + np.exp(-(scale * scores + shift)))
    levels = np.arange(0.2, 0.61, 0.01)
    found = np.array([f1(chance >= t, s.label[twice]) for t in levels])
    threshold = float(levels[found >= found.max() - FLAT].mean())  # the top is flat: its middle, not its chance highest place
    print(f"out of fold, {len(twice)} sentences read twice: F1 {f1(chance >= threshold, s.label[twice]):.4f} from {threshold:.2f} on", file=sys.stderr)
    np.save(sys.argv[3] + ".oof.npy", chance)
    net = learn(s, vectors, known, "all")
    kept = np.where(s.kept)[0]
    chance = 1 / (1 + np.exp(-(scale * scores_of(net, s, kept) + shift)))
    print(f"kept, {len(kept)} sentences with their own codes: F1 {f1(chance >= threshold, s.label[kept]):.4f}", file=sys.stderr)
    np.save(sys.argv[3] + ".kept.npy", chance)
    p = {k: v.detach().double().numpy() for k, v in net.state_dict().items()}
    matrices = {
        "word": p["word.weight"].T, "word.bias": p["word.bias"], "word.out": p["wordOut.weight"].T, "word.out.bias": p["wordOut.bias"],
        "mean": p["mean.weight"].T, "mean.bias": p["mean.bias"], "mean.out": p["meanOut.weight"].T, "mean.out.bias": p["meanOut.bias"] + p["hit.bias"],
        "lemma": LEMMA * p["lemma.weight"][1:], "hit": p["hit.weight"].T, "code": p["code.weight"][:-1],
        "shift": shift, "scale": np.array([scale, threshold]),
    }
    with open(sys.argv[3] + ".f32", "wb") as f:
        for m in matrices.values():
            f.write(np.ascontiguousarray(m, np.float32).tobytes())
    with open(sys.argv[3] + ".json", "w", encoding="utf-8") as f:
        json.dump({"matrices": [{"name": k, "shape": list(m.shape)} for k, m in matrices.items()]}, f)


if __name__ == "__main__":
    main()
