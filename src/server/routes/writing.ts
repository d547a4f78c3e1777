import type { OpenAPIHono } from "@hono/zod-openapi";
import { CHANNELS, CONTACT_STATUSES, claimSchema, EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import type { Judgement, NewJudgement as Kept, Ledger, StoredItem } from "../../store/index.js";
import { ROUTES } from "../api/index.js";
import { CORRECTABLE, type NewJudgement } from "../api/judgements.js";
import type { Deps } from "../deps.js";
import { serveJson } from "../http/answer.js";
import { RequestError } from "../http/problems.js";
import { judgementView } from "../views/items.js";

/** Decisions of people, and articles that are added. */
export function addWriting(app: OpenAPIHono, deps: Deps): void {
  const { ledger } = deps;
  serveJson(app, deps, ROUTES.judge, async ({ body }) => {
    const judgement = await toKeep(ledger, body, deps.now());
    if (judgement.field.endsWith("/verdict")) await withdrawVerdicts(ledger, judgement, body.author);
    const id = await ledger.judge(judgement);
    return judgementView(await judgementOf(ledger, id, judgement.document));
  });
  serveJson(app, deps, ROUTES.withdraw, async ({ params: { id }, body: { author } }) => {
    const known = (await ledger.judgements({ withdrawn: true })).find((one) => one.id === id);
    if (known === undefined) throw new RequestError(404, `There is no judgement ${id}.`);
    if (!(await ledger.withdraw(id, author, deps.now())))
      throw new RequestError(409, `The judgement ${id} was withdrawn before.`);
    return judgementView(await judgementOf(ledger, id, known.document));
  });
  serveJson(app, deps, ROUTES.addDocument, async ({ body }) => {
    if (deps.read === null) throw new RequestError(409, "No articles can be added here: the ledger is only read.");
    const [saved] = await ledger.save([await deps.read(body, deps.now())]);
    if (saved === undefined) throw new RequestError(500, "The article was not saved.");
    return { hash: saved.document, outcome: saved.outcome, copy: saved.copy };
  });
}

async function judgementOf(ledger: Ledger, id: string, document: string): Promise<Judgement> {
  const found = (await ledger.judgements({ document, withdrawn: true })).find((one) => one.id === id);
  if (found === undefined) throw new RequestError(500, "The judgement was not kept.");
  return found;
}

/** A verdict takes the place of those before it, so that one alone holds of an item. */
async function withdrawVerdicts(ledger: Ledger, judgement: Kept, author: string): Promise<void> {
  const { document, field, on, made } = judgement;
  for (const one of await ledger.judgements({ document, kind: "correction" }))
    if (one.field === field && one.item === on) await ledger.withdraw(one.id, author, made);
}

/** What a person sent, as the ledger keeps it. */
async function toKeep(ledger: Ledger, body: NewJudgement, made: string): Promise<Kept> {
  const { author } = body;
  switch (body.kind) {
    case "accept":
    case "reject": {
      const verdict = body.kind === "accept" ? "accepted" : "rejected";
      return { ...(await onItem(ledger, body.item, "verdict")), kind: "correction", value: verdict, reasons: reasonsOf(body.note), author, made }; // biome-ignore format: one line reads best
    }
    case "correction": {
      const place = await onItem(ledger, body.item, body.field);
      checkValue(place.field, body.value);
      return { ...place, kind: "correction", value: body.value, reasons: reasonsOf(body.note), author, made };
    }
    case "comment": {
      const place = body.item === undefined ? { document: body.document, field: "document/comment" } : await onItem(ledger, body.item, "comment"); // biome-ignore format: one line reads best
      if (place.document !== body.document) throw new RequestError(400, "The item is of another article.");
      if ((await ledger.document(body.document)) === null) throw new RequestError(404, "There is no such article.");
      return { ...place, kind: "comment", value: body.text, reasons: [], author, made };
    }
    case "join":
    case "split": {
      const [document, other] = body.documents;
      if (document === other) throw new RequestError(400, "An article cannot be joined with itself.");
      for (const hash of body.documents)
        if ((await ledger.document(hash)) === null)
          throw new RequestError(404, `There is no article ${hash.slice(0, 16)}.`);
      return { kind: "merge", document, other, field: "story", value: body.kind === "join" ? "same" : "different", reasons: reasonsOf(body.note), author, made }; // biome-ignore format: one line reads best
    }
    default:
      throw new TypeError(`unknown kind: ${body satisfies never}`);
  }
}

function reasonsOf(note: string | undefined): string[] {
  return note === undefined || note === "" ? [] : [note];
}

async function onItem(
  ledger: Ledger,
  id: string,
  name: string,
): Promise<Pick<Kept, "document" | "source" | "field" | "on">> {
  const found: StoredItem | null = await ledger.item(id);
  if (found === null) throw new RequestError(404, `There is no item ${id}.`);
  const { kind, source } = found.item;
  const known: readonly string[] = [...CORRECTABLE[kind], "verdict", "comment"];
  if (!known.includes(name))
    throw new RequestError(400, `body.field: of ${kind}s these can be corrected: ${CORRECTABLE[kind].join(", ")}`);
  return { document: found.document.hash, source: source[0], on: found.item.id, field: `${kind}/${name}` };
}

/** Values of closed lists, by field; a day or nothing for the others named. */
const CLOSED: Readonly<Record<string, readonly unknown[]>> = {
  "event/event": PLOVER_EVENTS,
  "event/status": EVENT_STATUSES,
  "event/negated": [true, false],
  "claim/stance": claimSchema.shape.stance.options,
  "contact/channel": CHANNELS,
  "contact/status": CONTACT_STATUSES,
  "commitment/status": ["agreed", "reaffirmed", "offered"],
};
const DAY_FIELDS: ReadonlySet<string> = new Set(["event/date", "contact/date", "commitment/due"]);
const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const TEXT_FIELDS: ReadonlySet<string> = new Set(["event/mode", "contact/occasion"]);

function checkValue(field: string, value: unknown): void {
  const closed = CLOSED[field];
  if (closed !== undefined && !closed.includes(value))
    throw new RequestError(400, `body.value: of ${field} it is one of ${closed.join(", ")}`);
  if (DAY_FIELDS.has(field) && value !== null && !(typeof value === "string" && DAY.test(value)))
    throw new RequestError(400, `body.value: of ${field} it is a day (YYYY-MM-DD, YYYY-MM, YYYY) or null`);
  if (TEXT_FIELDS.has(field) && value !== null && typeof value !== "string")
    throw new RequestError(400, `body.value: of ${field} it is a text or null`);
  if (field === "event/cameo" && !(typeof value === "string" && /^\d{2,4}$/.test(value)))
    throw new RequestError(400, "body.value: of event/cameo it is a code of two to four digits");
}
