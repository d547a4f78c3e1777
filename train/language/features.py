"""What the network sees of a word. `src/engine/language/features.ts` computes the same, to the bit."""

BUCKETS = 1 << 15  # rows of the table of hashed affixes; 2^15 x 92 bytes is 3 MB

_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2014: "--", 0x2013: "-", 0x2026: "...", 0x60: "'"}


def plain(form: str) -> str:
    """The form with typographic quotes, dashes and dots made plain."""
    return form.translate(_PLAIN)


def shape(form: str) -> str:
    """“Kyiv-2” becomes “Xx-0”: letters and digits by class, runs cut to one."""
    out = ""
    for c in form:
        k = "X" if c != c.lower() else "x" if c.isalpha() else "0" if "0" <= c <= "9" else c
        if not out.endswith(k):
            out += k
    return out


def bucket(kind: str, text: str) -> int:
    """FNV-1a over UTF-16 code units, low byte and high byte apart."""
    h = 0x811C9DC5
    raw = (kind + ":" + text).encode("utf-16-le", "surrogatepass")
    for b in raw:
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return (h ^ (h >> 15)) % BUCKETS


def buckets(form: str) -> list[int]:
    """Nine rows of the affix table for one word."""
    p = plain(form)
    w = p.lower()
    rows = [("w", w), ("s", w[-1:]), ("s", w[-2:]), ("s", w[-3:]), ("s", w[-4:])]
    rows += [("p", w[:1]), ("p", w[:2]), ("p", w[:3]), ("c", shape(p)[:8])]
    return [bucket(kind, text) for kind, text in rows]


def vector_key(form: str) -> str:
    """The key under which a word's vector is looked up."""
    return plain(form).lower()
