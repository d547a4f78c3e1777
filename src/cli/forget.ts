import { createInterface } from "node:readline/promises";
import { findParty } from "../desk/index.js";
import type { Ledger } from "../store/index.js";
import { withOpenLedger } from "./desk-output.js";
import { ownCountries, UsageError } from "./parties.js";
import { STATUS } from "./status.js";
import { moment } from "./today.js";

/** Arguments of `readout forget`. */
export interface ForgetArguments {
  readonly ledger: string;
  /** Hash or id of a document, id of a contact entered by hand, name or id of an actor. */
  readonly what: string;
  readonly why?: string;
  readonly yes?: boolean;
}

/** What is to be removed, and how it is told. */
interface Target {
  readonly kind: "document" | "actor";
  readonly key: string;
  readonly told: string;
}

/** Runs `readout forget`: removes a document, or an actor with all that names him, and keeps them from coming back. */
export function forget({ ledger: name, what, why = "asked for", yes }: ForgetArguments): Promise<number> {
  return withOpenLedger(name, "write", async (ledger) => {
    const target = await targetOf(ledger, what);
    if (yes !== true && !(await isAgreed(target))) return STATUS.misused;
    const removed = await ledger.forget(target.kind, target.key, why, moment());
    process.stdout.write(`${ledger.name}: ${target.told}: ${removed.length} removed, kept from coming back\n`);
    return STATUS.read;
  });
}

async function targetOf(ledger: Ledger, what: string): Promise<Target> {
  const document = await ledger.document(what);
  if (document !== null)
    return { kind: "document", key: document.hash, told: `document ${document.hash.slice(0, 12)} (${document.title ?? document.source})` }; // biome-ignore format: one line reads best
  const entry = (await ledger.entries()).find(({ id }) => id === what);
  if (entry !== undefined) return { kind: "document", key: entry.id, told: `contact ${entry.id}, entered by hand` };
  if (/^[0-9a-f]{64}$/.test(what)) return { kind: "document", key: what, told: `document ${what}, which is not here` };
  const found = await findParty(ledger, what, ownCountries());
  if (found.kind === "several")
    throw new UsageError(`several are called ${what}; give one of these ids: ${found.candidates.map(({ name, key }) => `${name}: ${key}`).join("; ")}`); // biome-ignore format: one line reads best
  if (found.kind === "unknown")
    throw new UsageError(`${ledger.name} has no document or actor called ${what}${found.near.length === 0 ? "" : ` (near: ${found.near.join(", ")})`}`); // biome-ignore format: one line reads best
  const { key, name } = found.party;
  if (/^[A-Z]{3}(?::|$)/.test(key)) throw new UsageError(`${name} is a country: a person, a body or a document can be forgotten`); // biome-ignore format: one line reads best
  const naming = await ledger.actors({ name: key, limit: 1000 });
  const documents = naming.filter((one) => one.key === key).reduce((sum, one) => sum + one.documents, 0);
  return { kind: "actor", key, told: `${name} and every document that names them (${documents})` };
}

/** Asks on a terminal; elsewhere `--yes` is needed. */
async function isAgreed({ told }: Target): Promise<boolean> {
  if (process.stdin.isTTY !== true) {
    process.stderr.write(`readout: ${told} would be removed for good; --yes does it\n`);
    return false;
  }
  const line = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await line.question(`Remove ${told} for good? [y/N] `);
  line.close();
  return /^y(?:es)?$/i.test(answer.trim());
}
