import { DataError } from "../../base/errors.js";
import { readCode } from "./dictionary-codes.js";
import { expand, plainForms, readSets, shownName } from "./dictionary-names.js";
import type { OwnActor, OwnRows, OwnSpell } from "./types.js";

/** An entry while its lines are being read. */
interface Entry {
  readonly names: string[];
  readonly spells: OwnSpell[];
  /** Whether its codes begin with “~”: a common noun, coded together with whoever stands beside it. */
  agent: boolean;
  /** Whether the code says that nobody is meant. */
  nobody: boolean;
}

/**
 * Reads an actors or agents dictionary of the PETRARCH and TABARI coders: `NAME [CODE dates]` with `+SYNONYM` lines and
 * codes on lines of their own, `[~CODE]` for agents, `!SET!` for sets of endings, comments after `#` or in `<!-- -->`.
 * A line that cannot be read is passed over and told of, for the published dictionaries hold such lines.
 *
 * @param file Name for messages.
 * @throws DataError when most of the file is something else.
 */
export function readDictionary(file: string, text: string): OwnRows {
  const problems: string[] = [];
  const entries: Entry[] = [];
  const lines = withoutComments(text);
  const sets = readSets(lines);
  let current: Entry | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "" || /^\s*![^!]+!\s*=/.test(line)) continue;
    const told = (problem: string): void => {
      problems.push(`${file}:${at + 1}: ${problem}; the line was passed over`);
    };
    const open = line.indexOf("[");
    const name = (open < 0 ? line : line.slice(0, open)).trim();
    if (name.startsWith("+")) {
      if (current === null) told("a synonym without an entry above it");
      else current.names.push(name.slice(1));
    } else if (name !== "") {
      current = { names: [name], spells: [], agent: false, nobody: false };
      entries.push(current);
    }
    if (open < 0) continue;
    if (current === null) told("a code without an entry above it");
    else takeCodes(line.slice(open), current, told);
  }
  const actors = entries.flatMap((entry) => actorOf(entry, sets));
  if (actors.length <= problems.length)
    throw new DataError(file, 1, "this is no actors or agents dictionary: too few of its lines read NAME [CODE]");
  return { actors, problems };
}

function takeCodes(text: string, entry: Entry, told: (problem: string) => void): void {
  for (const [, inside = ""] of text.matchAll(/\[([^\]]*)\]/g)) {
    if (/^\s*-+\s*$/.test(inside)) {
      entry.nobody = true;
      continue;
    }
    const read = readCode(inside);
    if (typeof read === "string") told(read);
    else {
      entry.spells.push(read.spell);
      entry.agent ||= read.agent;
    }
  }
  if (!text.includes("]")) told("a bracket that is not closed");
}

function actorOf(entry: Entry, sets: ReadonlyMap<string, readonly string[]>): readonly OwnActor[] {
  if (entry.spells.length === 0 && !entry.nobody) return [];
  const written = entry.names.flatMap((name) => expand(name, sets)).flatMap((name) => plainForms(name, entry.agent));
  const [first] = written;
  if (first === undefined) return [];
  const kind = entry.spells.length === 0 ? "nobody" : entry.agent ? "group" : "unknown";
  return [{ kind, name: shownName(first), written: [...new Set(written)], gender: null, spells: entry.spells }];
}

/** The lines without comments; as many as the file has. */
function withoutComments(text: string): readonly string[] {
  let inside = false;
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line) => {
      let out = "";
      let rest = line;
      while (rest !== "") {
        if (inside) {
          const end = rest.indexOf("-->");
          if (end < 0) return out;
          inside = false;
          rest = rest.slice(end + 3);
          continue;
        }
        const start = rest.indexOf("<!--");
        out += start < 0 ? rest : rest.slice(0, start);
        inside = start >= 0;
        rest = start < 0 ? "" : rest.slice(start + 4);
      }
      const hash = out.search(/[#;]/);
      return hash < 0 ? out : out.slice(0, hash);
    });
}
