/** How an inflected verb stands: base (“deny”), present (“denies”), past (“denied”), participle (“denying”). */
export type VerbForm = "base" | "present" | "past" | "participle" | "ing";

const DOUBLING = /^(?:[^aeiou]*|[a-z]{0,8}(?:mi|fe|cu|gre|ta|be|pe))[aeiou][bdgklmnprtv]$/;

/**
 * Regular English inflections of a verb, by form. A doubled consonant is written both ways (“signaled”, “signalled”),
 * so that either spelling is met.
 */
export function regularForms(verb: string): readonly (readonly [string, VerbForm])[] {
  const forms: (readonly [string, VerbForm])[] = [[verb, "base"]];
  const consonantY = /[^aeiou]y$/.test(verb);
  const present = consonantY ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  forms.push([present, "present"]);
  const past = consonantY ? `${verb.slice(0, -1)}ied` : verb.endsWith("e") ? `${verb}d` : `${verb}ed`;
  const ing = verb.endsWith("ie")
    ? `${verb.slice(0, -2)}ying`
    : /[^eo]e$/.test(verb)
      ? `${verb.slice(0, -1)}ing`
      : `${verb}ing`;
  forms.push([past, "past"], [ing, "ing"]);
  if (DOUBLING.test(verb)) {
    const doubled = `${verb}${verb.slice(-1)}`;
    forms.push([`${doubled}ed`, "past"], [`${doubled}ing`, "ing"]);
  }
  return forms;
}

/** The form an irregular inflection most likely has; past and past participle are both `past`, the tag tells them apart. */
export function formOf(written: string, verb: string): VerbForm {
  if (written === verb) return "base";
  if (written.endsWith("ing") && written !== "sing") return "ing";
  if (/s$/.test(written) && written.startsWith(verb.slice(0, 1))) return "present";
  return "past";
}
