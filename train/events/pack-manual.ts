import { modelFile, type SectionData, sectionsOf, textSection } from "../language/model-file.js";
import { readersSections } from "./pack-reader.js";
import type { Labels } from "./write-examples.js";

/** A model file without the readers of the manual's habit. */
export function withoutManual(file: Uint8Array): Uint8Array {
  return modelFile(
    sectionsOf(file).filter(({ name }) => !name.startsWith("manual.")),
    true,
  );
}

/**
 * A model file with the readers of the manual's habit that `sequence.py` wrote, in place of those in it.
 *
 * @param readers Files of their weights, without `.json` and `.f32`.
 * @param labels Of their outputs; codes are “EVENT code”.
 */
export function withManual(file: Uint8Array, readers: readonly string[], labels: Labels): Uint8Array {
  const others = sectionsOf(withoutManual(file));
  const isContext = ({ name }: SectionData): boolean => name.startsWith("contexts.");
  return modelFile(
    [
      ...others.filter((section) => !isContext(section)),
      textSection("manual.codes", labels.cameo.join("\n")),
      textSection("manual.modes", labels.mode.join("\n")),
      ...readersSections(readers, "manual"),
      ...others.filter(isContext), // last, as `run.ts` puts them
    ],
    true,
  );
}

const isLater = ({ name }: SectionData): boolean => /^(?:manual|contexts)\./.test(name);

/** A model file with the readers of the manual's habit and the network for contexts of another one, in place of its own. */
export function withPartsOf(file: Uint8Array, other: Uint8Array): Uint8Array {
  return modelFile(
    [...sectionsOf(file).filter((section) => !isLater(section)), ...sectionsOf(other).filter(isLater)],
    true,
  );
}
