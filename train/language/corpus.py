"""Reading CoNLL-U, and the changes made to gold sentences so that newswire's habits are seen too."""
from dataclasses import dataclass, replace
from random import Random


@dataclass(frozen=True)
class Sentence:
    forms: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]  # 1-based, 0 for the root
    rels: tuple[str, ...]


def read_conllu(path: str, longest: int = 120) -> list[Sentence]:
    """Sentences of a CoNLL-U file; those over `longest` tokens are left out."""
    sentences, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
            elif not line and rows:
                if len(rows) <= longest:
                    sentences.append(from_rows(rows))
                rows = []
    return sentences


def from_rows(rows: list[list[str]]) -> Sentence:
    return Sentence(tuple(r[1] for r in rows), tuple(r[3] for r in rows), tuple(r[4] for r in rows),
                    tuple(int(r[6]) for r in rows), tuple(r[7] for r in rows))


def write_conllu(path: str, sentences: list[Sentence]) -> None:
    with open(path, "w", encoding="utf-8") as out:
        for s in sentences:
            for i, form in enumerate(s.forms):
                out.write("\t".join([str(i + 1), form, "_", s.upos[i], s.xpos[i], "_", str(s.heads[i]), s.rels[i], "_", "_"]) + "\n")
            out.write("\n")


TYPOGRAPHIC = {"'": "’", '"': "”", "'s": "’s", "n't": "n’t", "--": "—", "-": "–"}


def augment(s: Sentence, rng: Random) -> Sentence:
    """Sometimes drops the final full stop, sets a sentence in capitals, or lower-cases its first word."""
    x = rng.random()
    if x < 0.05 and len(s.forms) > 3 and s.forms[-1] in ".!?" and all(h != len(s.forms) for h in s.heads):
        return Sentence(*(getattr(s, f)[:-1] for f in ("forms", "upos", "xpos", "heads", "rels")))
    if x < 0.065:
        return replace(s, forms=tuple(f.upper() for f in s.forms))
    return s
