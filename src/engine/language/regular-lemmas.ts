const FORMS: Readonly<Record<string, string>> = { VBD: "ed", VBN: "ed", VBG: "ing", VBZ: "s", NNS: "s" };

/** Whether words with a Penn tag have an ending to their base. */
export const isInflected = (xpos: string): boolean => FORMS[xpos] !== undefined;

/**
 * The base form of a regular one whose lemma, as the rules make it, is no word that is known (“pleaded”: “pleade”), where
 * another one is: the form without its ending, with an “e”, with its last letter once, with “y” for “i”. Else `null`.
 *
 * @param lower The form in small letters.
 * @param xpos Its Penn tag.
 * @param isWord Whether there is such a word.
 */
export function regularBase(lower: string, xpos: string, isWord: (word: string) => boolean): string | null {
  const ending = FORMS[xpos];
  if (ending === undefined || !lower.endsWith(ending)) return null;
  const stem = lower.slice(0, lower.length - ending.length);
  if (stem.length < SHORTEST) return null;
  const once = stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  const withY = /ie?$/.test(stem) ? [stem.replace(/ie?$/, "y")] : [];
  const bases =
    ending === "s" ? [...withY, stem, ...(stem.endsWith("e") ? [stem.slice(0, -1)] : [])] : [...withY, stem, `${stem}e`, ...once]; // biome-ignore format: side by side they compare
  return bases.find(isWord) ?? null;
}

const SHORTEST = 3; // letters of a form without its ending
