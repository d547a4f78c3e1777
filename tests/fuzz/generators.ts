import fc from "fast-check";

/** What breaks readers when it stands where nobody expects it. */
const ODDITIES = [
  "", " ", "\0", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u200b", "\u00ad", "\u2028", "\ufeff", "\ufffd", "\u202e", "\u0301", "\ud83d", "\udc00", "😀", "ﬁ", "İ", "ß", "中", "Ж",
  '"', "“", "”", "‘", "’", "'", "«", "``", "(", ")", "[", "]", "{", "}", "<", ">", "</", "<!--", "-->", "<![CDATA[", "&", "&amp;", "&#0;", "&#x110000;", "-", "—", "--", "…", ".", ",", ";", ":", "!", "?", "/", "\\", "|", "#", "@", "*", "_", "%", "$", "+", "=", "~", "^",
  "A", "a", "I", "0", "9", "00:00", "31.12.9999", "0000-00-00", "1e309", "-1", "U.S.", "Mr.", "No.", "and", "of the", "that", "who", "said", "not", "if", "by phone", "Tuesday", "on October 5, 2021", "turned 69", "last week", "President", "Putin", "tele-\ngram", "http://a.b", "null", "__proto__", "constructor",
] as const; // biome-ignore format: a list

/** Longest stretch of a sample that is altered, in code units. */
const WINDOW = 600;
const MOST_REPEATS = 40;

type Change = (text: string) => string;

/** A place in a text, whatever its length: a share of it. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, share: number): number => Math.floor(text.length * share);

/** A text with a stretch replaced. */
function splice(text: string, share: number, length: number, by: (stretch: string) => string): string {
  const start = at(text, share);
  return text.slice(0, start) + by(text.slice(start, start + length)) + text.slice(start + length);
}

const oddity = fc.constantFrom(...ODDITIES);
const length = fc.integer({ min: 0, max: 80 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, length).map(([p, n]): Change => (t) => splice(t, p, n, () => "")),
  fc.tuple(place, length).map(([p, n]): Change => (t) => splice(t, p, n, (s) => s + s)),
  fc.tuple(place, length).map(([p, n]): Change => (t) => splice(t, p, n, (s) => s.toUpperCase())),
  fc.tuple(place, length).map(([p, n]): Change => (t) => splice(t, p, n, (s) => s.replace(/\s+/g, ""))),
  fc.tuple(place, place, length).map(([p, q, n]): Change => (t) => splice(t, p, n, () => t.slice(at(t, q), at(t, q) + n))),
  fc.tuple(place, oddity).map(([p, o]): Change => (t) => splice(t, p, 0, () => o)),
  fc.tuple(place, oddity, oddity, fc.integer({ min: 2, max: MOST_REPEATS })).map(([p, a, b, n]): Change => (t) => splice(t, p, 0, () => (a + b).repeat(n))),
  fc.tuple(place, fc.string({ unit: "binary", maxLength: 12 })).map(([p, s]): Change => (t) => splice(t, p, 0, () => s)),
); // biome-ignore format: a line for each kind of change

/** A stretch of one of the samples, altered in a few places. */
export function altered(samples: readonly string[], window: number = WINDOW): fc.Arbitrary<string> {
  const stretch = fc
    .tuple(fc.constantFrom(...samples), place)
    .map(([sample, share]) => (sample.length <= window ? sample : sample.slice(at(sample, share)).slice(0, window)));
  return fc
    .tuple(stretch, fc.array(change, { minLength: 0, maxLength: 5 }))
    .map(([text, changes]) => changes.reduce((changed, each) => each(changed), text));
}

/** Texts made of nothing but oddities, in a row. */
export const odd: fc.Arbitrary<string> = fc
  .tuple(fc.array(oddity, { maxLength: 60 }), fc.constantFrom("", " ", "\n"))
  .map(([parts, between]) => parts.join(between));

/** Altered samples mostly, oddities and any characters now and then. */
export function hostile(samples: readonly string[], window: number = WINDOW): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: altered(samples, window) },
    { weight: 2, arbitrary: odd },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  );
}

/** Bytes of a file with some cut, doubled or replaced. */
export function alteredBytes(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.tuple(place, fc.integer({ min: 0, max: 60 }), fc.uint8Array({ maxLength: 8 }), fc.boolean());
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 })).map(([sample, edits]) =>
    edits.reduce((bytes: Uint8Array, [share, cut, put, doubled]) => {
      const start = Math.floor(bytes.length * share);
      const stretch = bytes.subarray(start, start + cut);
      return Buffer.concat([
        bytes.subarray(0, start),
        put,
        ...(doubled ? [stretch, stretch] : []),
        bytes.subarray(start + cut),
      ]);
    }, sample),
  );
}
