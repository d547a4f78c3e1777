import type { SectionData } from "../language/model-file.js";

/** Tables with a row a feature. */
const BY_FEATURE = ["keys", "0.linear", "0.linear.scales", "0.embedding", "0.embedding.scales"];

/**
 * Puts the features that have weights of their own for the events (those of the tree) first and leaves the rows of the others
 * out of that table, where they are nothing.
 */
export function orderFeatures(sections: readonly SectionData[]): readonly SectionData[] {
  const linear = sections.find(({ name }) => name === "0.linear");
  const [height = 0, width = 0] = linear?.shape ?? [];
  if (linear === undefined) return sections;
  const features = Array.from({ length: sections.find(({ name }) => name === "keys")?.shape[0] ?? 0 }, (_, row) => row);
  const told = (row: number): boolean =>
    row < height && linear.bytes.subarray(row * width, (row + 1) * width).some((byte) => byte !== 0);
  const [first, then] = [features.filter(told), features.filter((row) => !told(row))];
  return sections.map((section) => {
    if (!BY_FEATURE.includes(section.name)) return section;
    const kept = section.name.startsWith("0.linear") ? first : [...first, ...then];
    const size = section.bytes.length / (section.shape[0] ?? 1);
    const bytes = new Uint8Array(kept.length * size);
    for (const [at, row] of kept.entries()) bytes.set(section.bytes.subarray(row * size, (row + 1) * size), at * size);
    return { ...section, shape: [kept.length, ...section.shape.slice(1)], bytes };
  });
}
