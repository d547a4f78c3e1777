import { userInfo } from "node:os";
import { type EnteredContact, enteredSchema, findParty } from "../desk/index.js";
import type { Ledger } from "../store/index.js";
import { withOpenLedger } from "./desk-output.js";
import { ownCountries, UsageError } from "./parties.js";
import { STATUS } from "./status.js";
import { moment, today } from "./today.js";

/** Arguments of `readout log`. */
export interface LogArguments {
  readonly ledger: string;
  /** Codes, names, Wikidata ids, or “Name (CODE)” for one the ledger does not know. */
  readonly participants: readonly string[];
  readonly channel: EnteredContact["channel"];
  readonly status: EnteredContact["status"];
  readonly day?: string;
  readonly topic?: readonly string[];
  readonly place?: string;
  readonly note?: string;
  readonly author?: string;
}

/** Runs `readout log`: keeps a contact entered by hand. It is private: exports leave it out unless asked for notes. */
export function log({ ledger: name, participants, channel, status, day = today(), topic, place, note, author }: LogArguments): Promise<number> {
  return withOpenLedger(name, "create", async (ledger) => {
    if (participants.length < 2) throw new UsageError("a contact has two participants or more");
    const contact = enteredSchema.parse({
      basis: "entered",
      channel,
      status,
      participants: await participantsOf(ledger, participants),
      topics: topic ?? [],
      place: place ?? null,
    });
    const id = await ledger.enter({ contact, note: note ?? null, author: author ?? userInfo().username, made: moment(), day });
    process.stdout.write(`${ledger.name}: entered ${id}, private\n`);
    return STATUS.read;
  });
} // biome-ignore format: the calls read best on one line

async function participantsOf(ledger: Ledger, written: readonly string[]): Promise<EnteredContact["participants"]> {
  const countries = ownCountries();
  const found: EnteredContact["participants"] = [];
  for (const one of written) {
    const known = await findParty(ledger, one, countries);
    const named = /^(.{1,100}?) \(([A-Z]{3})\)$/.exec(one.trim());
    if (known.kind === "found") found.push({ name: known.party.name, code: known.party.code ?? null, key: known.party.key });
    else if (named?.[1] !== undefined && named[2] !== undefined && countries.byCode.has(named[2])) {
      const again = await findParty(ledger, named[1], countries);
      const key = again.kind === "found" ? again.party.key : named[1].toLowerCase();
      found.push({ name: named[1], code: named[2], key });
    } else throw new UsageError(unknownText(ledger, one, known.kind === "unknown" ? known.near : known.candidates.map(({ name, key }) => `${name}: ${key}`)));
  }
  return found;
} // biome-ignore format: the branches read best on one line

function unknownText(ledger: Ledger, written: string, near: readonly string[]): string {
  const others = near.length === 0 ? "" : ` (near: ${near.join(", ")})`;
  return `${ledger.name} knows no one ${written}${others}; somebody new is given with a country: “${written.replace(/ \(.*$/, "")} (TJK)”`;
}
