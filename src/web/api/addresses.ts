import type { Route } from "../route/route.js";
import { addressOf } from "./client.js";

/** How much of a long text's record is asked for first, in UTF-16 code units: some screens. */
const HEAD = 5000;

export function articleAddress(hash: string): string {
  return `/api/documents/${encodeURIComponent(hash)}`;
}

/** The first screens of an article; of a short one all. */
export function articleHeadAddress(hash: string): string {
  return addressOf(articleAddress(hash), { head: HEAD });
}

export function contactAddress(id: string): string {
  return `/api/contacts/${encodeURIComponent(id)}`;
}

/** What a view asks first, where that is known before it is drawn. */
export function firstAddress({ view, params: { document, id } }: Route): string | null {
  if (view === "reader" && document !== undefined) return articleHeadAddress(document);
  if (view === "contact" && id !== undefined) return contactAddress(id);
  return null;
}
