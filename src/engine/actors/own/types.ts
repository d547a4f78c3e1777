/** What one row says of its actor for a stretch of days. `from` and `to` are ISO prefixes, `""` where open. */
export interface OwnSpell {
  readonly code: string | null;
  readonly sector: readonly string[];
  readonly office: string | null;
  readonly from: string;
  readonly to: string;
}

/** An actor of the user's own rows. */
export interface OwnActor {
  readonly kind: "person" | "organisation" | "country" | "group" | "unknown" | "nobody";
  /** The name the record shows. */
  readonly name: string;
  /** All forms it is printed in, the name among them. */
  readonly written: readonly string[];
  readonly gender: "m" | "f" | null;
  /** In the order of the file; of those that cover a day the first counts. */
  readonly spells: readonly OwnSpell[];
}

/** What a file of own rows gave. */
export interface OwnRows {
  readonly actors: readonly OwnActor[];
  /** Rows passed over, each naming file and line. */
  readonly problems: readonly string[];
}
