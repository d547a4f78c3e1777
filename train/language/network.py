"""The network: word vectors and hashed affixes, a recurrent layer for tags, a second one for trees.

Layer 1 (both ways) reads the words and gives the tags; layer 2 reads layer 1 and gives, for each word, a vector
as dependent and one as head. Arcs are scored by a bilinear form (Dozat and Manning 2017), relations by a linear
layer over both vectors and their product.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from features import BUCKETS


class Network(nn.Module):
    def __init__(self, vectors, sizes, counts):
        """`sizes`: bag, hidden, layers (of the tree part), arc, rel, drop; `counts`: upos, xpos, rels."""
        super().__init__()
        self.sizes, self.counts = sizes, counts
        self.words = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.bag = nn.EmbeddingBag(BUCKETS, sizes["bag"], mode="sum")
        nn.init.normal_(self.bag.weight, std=0.1)
        width, h = vectors.shape[1] + sizes["bag"], sizes["hidden"]
        self.first = nn.LSTM(width, h, bidirectional=True, batch_first=True)
        self.second = nn.LSTM(2 * h, h, sizes["layers"], bidirectional=True, batch_first=True, dropout=sizes["drop"] if sizes["layers"] > 1 else 0)
        self.upos, self.xpos = nn.Linear(2 * h, counts["upos"]), nn.Linear(2 * h, counts["xpos"])
        self.root = nn.Parameter(torch.zeros(2 * h))
        a, r = sizes["arc"], sizes["rel"]
        self.arc_dep, self.arc_head = nn.Linear(2 * h, a), nn.Linear(2 * h, a)
        self.rel_dep, self.rel_head = nn.Linear(2 * h, r), nn.Linear(2 * h, r)
        self.bilinear = nn.Parameter(torch.zeros(a, a))
        nn.init.xavier_uniform_(self.bilinear)
        self.head_bias = nn.Parameter(torch.zeros(a))
        self.rel = nn.Linear(3 * r, counts["rels"])

    def same_mask(self, x, p):
        """Dropout with one mask for the whole sentence."""
        if not self.training or p == 0:
            return x
        return x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - p)) / (1 - p)

    def recur(self, layer, x, lengths):
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=True)
        return pad_packed_sequence(layer(packed)[0], batch_first=True, total_length=x.shape[1])[0]

    def forward(self, words, bags, lengths):
        """words [n, t], bags [n, t, 9], lengths descending. Returns upos, xpos, arcs [n, t, t + 1], rel vectors."""
        n, t = words.shape
        drop = self.sizes["drop"]
        bag = self.bag(bags.reshape(n * t, -1)).reshape(n, t, -1)
        vec = self.words(words)
        if self.training:
            vec = vec * torch.bernoulli(torch.full((n, t, 1), 1 - self.sizes["worddrop"]))
        x = self.same_mask(torch.cat([vec, bag], 2), drop)
        h1 = self.same_mask(self.recur(self.first, x, lengths), drop)
        h2 = self.same_mask(self.recur(self.second, h1, lengths), drop)
        with_root = torch.cat([self.root.expand(n, 1, -1), h2], 1)
        act = nn.functional.leaky_relu
        dep, head = self.same_mask(act(self.arc_dep(h2), 0.1), drop), self.same_mask(act(self.arc_head(with_root), 0.1), drop)
        arcs = torch.matmul(torch.matmul(dep, self.bilinear) + self.head_bias, head.transpose(1, 2))
        rel_dep, rel_head = self.same_mask(act(self.rel_dep(h2), 0.1), drop), self.same_mask(act(self.rel_head(with_root), 0.1), drop)
        return self.upos(h1), self.xpos(h1), arcs, (rel_dep, rel_head)

    def relations(self, rels, heads):
        """Scores of the relations, given each word's head [n, t] (0 for the root)."""
        dep, head = rels
        chosen = torch.gather(head, 1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.rel(torch.cat([dep, chosen, dep * chosen], 2))
