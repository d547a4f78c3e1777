"""Trains one network. Deterministic from its seed on one machine with one thread.

usage: train.py CONFIG.json   (see run.mjs, which writes the configurations)
"""
import json
import os
import sys
import time
from random import Random

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import torch
from torch.nn.functional import cross_entropy

from corpus import augment, read_conllu
from features import buckets, vector_key
from network import Network
from trees import one_root_tree

torch.set_num_threads(1)


class Coder:
    """Turns sentences into tensors."""

    def __init__(self, vocabulary, labels):
        self.rows = {w: i + 1 for i, w in enumerate(vocabulary)}  # row 0: unknown
        self.labels = labels
        self.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
        self.cache = {}

    def word(self, form):
        if form not in self.cache:
            self.cache[form] = (self.rows.get(vector_key(form), 0), buckets(form))
        return self.cache[form]

    def batch(self, sentences):
        sentences = sorted(sentences, key=lambda s: -len(s.forms))
        n, t = len(sentences), len(sentences[0].forms)
        words, bags = torch.zeros(n, t, dtype=torch.long), torch.zeros(n, t, 9, dtype=torch.long)
        gold = {k: torch.full((n, t), -100, dtype=torch.long) for k in ("upos", "xpos", "rels", "heads")}
        for i, s in enumerate(sentences):
            m = len(s.forms)
            coded = [self.word(f) for f in s.forms]
            words[i, :m] = torch.tensor([c[0] for c in coded])
            bags[i, :m] = torch.tensor([c[1] for c in coded])
            for k, values in (("upos", s.upos), ("xpos", s.xpos), ("rels", s.rels)):
                gold[k][i, :m] = torch.tensor([self.index[k].get(v, -100) for v in values])
            gold["heads"][i, :m] = torch.tensor(s.heads)
        return sentences, words, bags, torch.tensor([len(s.forms) for s in sentences]), gold


def batches(sentences, tokens, rng):
    """Batches of about `tokens` tokens of like length, in random order."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms) + rng.random() * 3)
    out, batch, size = [], [], 0
    for i in order:
        batch.append(sentences[i])
        size += len(sentences[i].forms)
        if size >= tokens:
            out.append(batch)
            batch, size = [], 0
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def arc_scores(arcs, lengths):
    """Masks padding as head."""
    t = arcs.shape[2]
    return arcs.masked_fill((torch.arange(t).unsqueeze(0) > lengths.unsqueeze(1)).unsqueeze(1), -1e9)


def loss_of(net, coded, tag_weight):
    _, words, bags, lengths, gold = coded
    upos, xpos, arcs, rels = net(words, bags, lengths)
    arcs = arc_scores(arcs, lengths)
    flat = lambda x: x.reshape(-1, x.shape[-1])
    parts = [cross_entropy(flat(upos), gold["upos"].reshape(-1)), cross_entropy(flat(xpos), gold["xpos"].reshape(-1)),
             cross_entropy(flat(arcs), gold["heads"].reshape(-1)),
             cross_entropy(flat(net.relations(rels, gold["heads"].clamp(min=0))), gold["rels"].reshape(-1))]
    return tag_weight * (parts[0] + parts[1]) + parts[2] + parts[3]


def predict(nets, coder, sentences):
    """Tags and trees by the nets' mean probability: list of (sentence, upos, xpos, heads, rels) in the given order."""
    out = {}
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
    with torch.no_grad():
        for start in range(0, len(order), 64):
            ids = sorted(order[start:start + 64], key=lambda i: -len(sentences[i].forms))
            _, words, bags, lengths, _ = coder.batch([sentences[i] for i in ids])
            got = [net(words, bags, lengths) for net in nets]
            upos, xpos = (sum(torch.log_softmax(g[k], 2) for g in got).argmax(2) for k in (0, 1))
            arcs = sum(torch.log_softmax(arc_scores(g[2], lengths), 2) for g in got).numpy()
            heads = torch.zeros_like(words)
            for i, m in enumerate(lengths.tolist()):
                full = np.concatenate([np.full((1, m + 1), -1e9), arcs[i, :m, :m + 1]])
                heads[i, :m] = torch.tensor(one_root_tree(full)[1:])
            rels = sum(torch.log_softmax(net.relations(g[3], heads), 2) for net, g in zip(nets, got))
            rels[:, :, coder.index["rels"]["root"]] = -1e9
            rels = rels.argmax(2).masked_fill(heads == 0, coder.index["rels"]["root"])
            for row, i in enumerate(ids):
                m = len(sentences[i].forms)
                name = lambda k, x: [coder.labels[k][v] for v in x[row, :m].tolist()]
                out[i] = (name("upos", upos), name("xpos", xpos), heads[row, :m].tolist(), name("rels", rels))
    return [out[i] for i in range(len(sentences))]


def evaluate(nets, coder, sentences):
    right = {"upos": 0, "xpos": 0, "uas": 0, "las": 0}
    total = 0
    for s, (upos, xpos, heads, rels) in zip(sentences, predict(nets, coder, sentences)):
        for i in range(len(s.forms)):
            total += 1
            right["upos"] += upos[i] == s.upos[i]
            right["xpos"] += xpos[i] == s.xpos[i]
            hit = heads[i] == s.heads[i]
            right["uas"] += hit
            right["las"] += hit and rels[i].split(":")[0] == s.rels[i].split(":")[0]
    return {k: round(v / total, 4) for k, v in right.items()}


def load_vectors(work):
    """Vocabulary and vectors as the engine will see them: 8 bits with one scale a word."""
    with open(os.path.join(work, "vocabulary.json"), encoding="utf-8") as f:
        words = json.load(f)
    raw = np.load(os.path.join(work, "vectors.npz"))
    vectors = raw["values"].astype(np.float32) * raw["scales"][:, None]
    return words, torch.tensor(np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors]))


def labels_of(sentences):
    return {"upos": sorted({u for s in sentences for u in s.upos}), "xpos": sorted({x for s in sentences for x in s.xpos}),
            "rels": sorted({r for s in sentences for r in s.rels})}


def build(config, gold, work):
    words, vectors = load_vectors(work)
    labels = labels_of(gold)
    net = Network(vectors, config["sizes"], {k: len(v) for k, v in labels.items()})
    return net, Coder(words, labels)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        config = json.load(f)
    torch.manual_seed(config["seed"])
    rng = Random(config["seed"])
    gold, dev = read_conllu(config["train"]), read_conllu(config["dev"], 10 ** 6)
    silver = read_conllu(config["silver"], 80) if config.get("silver") else []
    net, coder = build(config, gold, config["work"])
    optimiser = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=config["rate"], betas=(0.9, 0.95))
    epochs, share = config["epochs"], config.get("silverShare", 0)
    silver_at, started, step = 0, time.time(), 0
    planned = None
    for epoch in range(epochs):
        part = []
        if silver:
            if silver_at == 0:
                rng.shuffle(silver)
            part = silver[silver_at:silver_at + share]
            silver_at = silver_at + share if silver_at + share < len(silver) else 0
        gold_part = gold if epoch >= config.get("goldFrom", 0) else []
        todo = batches([augment(s, rng) for s in list(gold_part) + part], config["batch"], rng)
        planned = planned or len(todo) * epochs
        net.train()
        total = 0.0
        for batch in todo:
            warm = min(1.0, (step + 1) / 200)
            for group in optimiser.param_groups:
                group["lr"] = config["rate"] * warm * max(0.0, 1 - step / planned) ** 0.7
            step += 1
            loss = loss_of(net, coder.batch(batch), config["tagWeight"])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            total += loss.item()
        net.eval()
        if epoch % config.get("evaluateEvery", 1) == 0 or epoch == epochs - 1:
            print(json.dumps({"epoch": epoch, "loss": round(total / len(todo), 4), "seconds": round(time.time() - started), **evaluate([net], coder, dev)}), flush=True)
        torch.save({"state": net.state_dict(), "config": config, "labels": coder.labels}, config["out"])


if __name__ == "__main__":
    main()
