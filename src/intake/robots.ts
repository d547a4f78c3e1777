/** What a site's robots.txt says to this program. Source: RFC 9309. */
export interface Robots {
  allows(path: string): boolean;
  /** Seconds to wait between two requests, where the site asks for it. */
  readonly delay: number;
}

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

const AGENT = "readout";
/** Longer waits are not kept: the run would stand still. */
const MAX_DELAY_SECONDS = 30;
/** Files are read up to this length, in UTF-16 code units: RFC 9309 asks for 500 kB at least. */
const MAX_LENGTH = 500_000;

export const ALLOW_ALL: Robots = { allows: () => true, delay: 0 };
export const ALLOW_NONE: Robots = { allows: () => false, delay: 0 };

/** Reads a robots.txt: the group for this program, else the one for all. */
export function parseRobots(text: string): Robots {
  const groups = new Map<string, { rules: Rule[]; delay: number }>();
  let agents: string[] = [];
  let inRules = false;
  for (const line of text.slice(0, MAX_LENGTH).split(/\r\n?|\n/)) {
    const [, key = "", value = ""] = /^\s*([A-Za-z-]+)\s*:([^#]*)/.exec(line) ?? [];
    const [name, said] = [key.toLowerCase(), value.trim()];
    if (name === "user-agent") {
      agents = inRules ? [said.toLowerCase()] : [...agents, said.toLowerCase()];
      inRules = false;
      for (const agent of agents) if (!groups.has(agent)) groups.set(agent, { rules: [], delay: 0 });
    } else if (name === "allow" || name === "disallow" || name === "crawl-delay") {
      inRules = true;
      for (const agent of agents) addRule(groups.get(agent), name, said);
    }
  }
  const group = groups.get(AGENT) ?? groups.get("*");
  return group === undefined ? ALLOW_ALL : { delay: group.delay, allows: (path) => isAllowed(group.rules, path) };
}

function addRule(group: { rules: Rule[]; delay: number } | undefined, name: string, value: string): void {
  if (group === undefined) return;
  if (name === "crawl-delay") group.delay = Math.min(MAX_DELAY_SECONDS, Number(value) || 0);
  else if (value !== "") group.rules.push({ allow: name === "allow", pattern: value });
}

/** The longest rule that fits decides; of equals, the one that allows. */
function isAllowed(rules: readonly Rule[], path: string): boolean {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue;
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
  }
  return best?.allow ?? true;
}

/** Whether a pattern with `*` and a final `$` fits a path. Time grows with the product of their lengths at worst. */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    if (anchored && i === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length;
}
