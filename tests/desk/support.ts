import type { Article } from "../../src/engine/document/types.js";
import type { Ledger } from "../../src/store/index.js";
import { read } from "../store/articles.js";
import { type LedgerMaker, postgresMaker, sqliteMaker } from "../store/databases.js";
import { ALL } from "./articles.js";

/** The kinds of ledger there are here: SQLite, and PostgreSQL where it is found. */
export const MAKERS: readonly LedgerMaker[] = [sqliteMaker(), postgresMaker()].filter((maker) => maker !== null);

/** A ledger with articles in it. */
export async function ledgerOf(maker: LedgerMaker, articles: readonly Article[] = ALL): Promise<Ledger> {
  const ledger = await maker.open(await maker.fresh());
  await ledger.save(articles.map((one) => read(one)));
  return ledger;
}

export const KAZ = { key: "KAZ", name: "Kazakhstan" } as const;
export const JPN = { key: "JPN", name: "Japan" } as const;
