import type { ItemId } from "../../engine/item-ids.js";
import type { Finding, PairFinding, Standing } from "./measure.js";

/** How one kind of item came out. */
export interface KindTally extends Readonly<Record<Standing, number>> {
  readonly judged: number;
  /** Of the judged items today's reading has, the share that is right; `null` where it has none. */
  readonly precision: number | null;
  /** Where the precision of all such items may lie, with 19 chances in 20 (Wilson's interval). */
  readonly between: readonly [number, number] | null;
  /** Of the items that were accepted or corrected, the share that is read as it should be; `null` where there are none. */
  readonly kept: number | null;
}

export interface Tally {
  readonly kinds: Readonly<Record<string, KindTally>>;
  /** By kind and field, how often a judged value is read. */
  readonly fields: Readonly<Record<string, { readonly judged: number; readonly agrees: number }>>;
  readonly stories: { readonly judged: number; readonly agrees: number; readonly contradicts: number };
}

const PLURAL: readonly (readonly [ItemId["kind"], string])[] = [["event", "events"], ["contact", "contacts"], ["claim", "claims"], ["actor", "actors"], ["commitment", "commitments"]]; // biome-ignore format: a table

/** What was found, in numbers; kinds and fields that nobody judged are left out. */
export function tally(findings: readonly Finding[], pairs: readonly PairFinding[]): Tally {
  const kinds = PLURAL.flatMap(([kind, plural]) => {
    const own = findings.filter(({ gold }) => gold.kind === kind);
    return own.length === 0 ? [] : [[plural, kindTally(own)] as const];
  });
  const agrees = pairs.filter(({ standing }) => standing === "agrees").length;
  return {
    kinds: Object.fromEntries(kinds),
    fields: fieldTally(findings),
    stories: { judged: pairs.length, agrees, contradicts: pairs.length - agrees },
  };
}

function kindTally(findings: readonly Finding[]): KindTally {
  const count = (standing: Standing): number => findings.filter((one) => one.standing === standing).length;
  const held = findings.filter(({ gold }) => gold.verdict !== "rejected");
  const right = held.filter(({ standing }) => standing === "agrees").length;
  const contradicts = count("contradicts");
  return {
    judged: findings.length,
    agrees: count("agrees"),
    contradicts,
    gone: count("gone"),
    precision: share(right, right + contradicts),
    between: wilson(right, right + contradicts),
    kept: share(right, held.length),
  };
}

function fieldTally(findings: readonly Finding[]): Tally["fields"] {
  const found = new Map<string, { judged: number; agrees: number }>();
  for (const { gold, fields } of findings)
    for (const { field, agrees } of fields) {
      const key = `${gold.kind}/${field}`;
      const before = found.get(key) ?? { judged: 0, agrees: 0 };
      found.set(key, { judged: before.judged + 1, agrees: before.agrees + Number(agrees) });
    }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole);
}

/** Half the width of a normal distribution that holds 95 in 100. */
const Z = 1.96;

/** Wilson's interval of a share. */
export function wilson(part: number, whole: number): readonly [number, number] | null {
  if (whole === 0) return null;
  const [p, z2] = [part / whole, Z * Z];
  const middle = p + z2 / (2 * whole);
  const half = Z * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole * whole));
  const of = 1 + z2 / whole;
  return [rounded(Math.max(0, (middle - half) / of)), rounded(Math.min(1, (middle + half) / of))];
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
