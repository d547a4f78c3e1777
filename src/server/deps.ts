import type { Logger } from "pino";
import type { CountryNames, Tables } from "../desk/index.js";
import type { Ledger, NewArticle } from "../store/index.js";
import type { NewDocument } from "./api/documents.js";
import type { CodeWords } from "./codes.js";
import type { KeptAnswers } from "./http/kept-answers.js";
import type { StaticFiles } from "./http/static-files.js";
import type { MapPlaces } from "./map-places.js";

/** Who may do what. */
export interface Access {
  /** What a request has to show to read; `null` where reading is free, on the loopback. */
  readonly readToken: string | null;
  /** The token the server was started with, which lets write too. */
  readonly writeToken: string | null;
  /** Made at the start and written into the page: what a request has to show to write. */
  readonly pageToken: string;
  /** Whether a Host header is one of this server's names. */
  readonly isOwnHost: (host: string) => boolean;
}

/** How many requests an address may make: a store of so many, refilled by so many a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** What the application works with. It has no socket, no clock and no files of its own. */
export interface Deps {
  readonly ledger: Ledger;
  readonly version: string;
  readonly access: Access;
  readonly rates: { readonly read: Rate; readonly write: Rate };
  readonly codes: CodeWords;
  readonly countries: CountryNames;
  readonly places: MapPlaces;
  /** Tables below `actors/` and `occasions/`. */
  readonly tables: Tables;
  /** The page; `null` where it is not built. */
  readonly files: StaticFiles | null;
  /** Answers given before. */
  readonly kept: KeptAnswers;
  /** Reads an article; `null` where articles cannot be added. */
  readonly read: ((document: NewDocument, now: string) => Promise<NewArticle>) | null;
  /** The time now, ISO in UTC. */
  readonly now: () => string;
  /** Milliseconds that only grow. */
  readonly ticks: () => number;
  readonly log: Pick<Logger, "info" | "error" | "warn">;
  /** Goes off when the server is to end: streams that are open are closed. */
  readonly ending: AbortSignal;
}
