/** Sets of endings: `!PERSON! = MAN, MEN, WOMAN`. */
export function readSets(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, name, members] = /^\s*!([^!]+)!\s*=(.*)$/.exec(line) ?? [];
    if (name !== undefined && members !== undefined)
      sets.set(
        name,
        members
          .split(",")
          .map((member) => member.trim())
          .filter((member) => member !== ""),
      );
  }
  return sets;
}

const MOST_FORMS = 64; // of one pattern: a set within a set is no use of the format

/** A name with every set in it written out: “FISHER!PERSON!” → FISHERMAN, FISHERMEN … Unknown sets stay out. */
export function expand(name: string, sets: ReadonlyMap<string, readonly string[]>): readonly string[] {
  let forms: readonly string[] = [name];
  for (let round = 0; round < 4 && forms.some((form) => form.includes("!")); round++)
    forms = forms
      .flatMap((form) => {
        const [whole = "", set = ""] = /!([^!]+)!/.exec(form) ?? [];
        if (whole === "") return form.includes("!") ? [] : [form];
        return (sets.get(set) ?? []).slice(0, MOST_FORMS).map((member) => form.replace(whole, member));
      })
      .slice(0, MOST_FORMS);
  return forms;
}

/**
 * The printed forms of a name: underscores are spaces, “{PLURAL}” gives a plural of its own, “{}” none, and agents without
 * braces take the regular one.
 */
export function plainForms(name: string, agent: boolean): readonly string[] {
  const [, braces] = /\{([^}]*)\}/.exec(name) ?? [];
  const words = name
    .replace(/\{[^}]*\}/g, " ")
    .replace(/[_\s]+/g, " ")
    .trim();
  if (words === "") return [];
  const plural = braces === undefined ? (agent ? regularPlural(words) : "") : braces.replace(/[_\s]+/g, " ").trim();
  return plural === "" ? [words] : [words, plural];
}

function regularPlural(words: string): string {
  if (/(?:S|MEN)$/i.test(words)) return "";
  if (/[^AEIOU]Y$/i.test(words)) return `${words.slice(0, -1)}IES`;
  return /(?:X|CH|SH)$/i.test(words) ? `${words}ES` : `${words}S`;
}

const ACRONYM = 3; // letters up to which a word in capitals stays so: “UN”, “BBC”

/** Dictionaries write capitals throughout; the record shows “Kofi Annan”. */
export function shownName(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .split(" ")
    .map((word) => (word.length <= ACRONYM || word.includes(".") ? word : capitalised(word)))
    .join(" ");
}

function capitalised(word: string): string {
  return word
    .split("-")
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join("-");
}
