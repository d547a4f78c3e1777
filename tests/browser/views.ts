import type { Page } from "playwright-core";

/** A view to be looked at: its address in the demo ledger, and what stands there when it is drawn. */
export interface Sight {
  readonly name: string;
  readonly search: string;
  /** Waits until what matters is drawn. */
  readonly drawn: (page: Page) => Promise<unknown>;
}

/** Addresses that depend on the ledger, asked from its API. */
export interface Places {
  /** A contact of which both sides, or at least one, published a readout. */
  readonly contact: string;
  /** An article with repairs. */
  readonly document: string;
}

const TEXT = "ASTANA, March 23 (Kazinform) - President Kassym-Jomart Tokayev spoke by phone with President Shavkat Mirziyoyev of Uzbekistan on Thursday. They agreed to open a second crossing at Saryagash by the end of the year."; // biome-ignore format: one line reads best

/** Every view of the page. */
export function sights({ contact, document }: Places): readonly Sight[] {
  const card = (page: Page): Promise<unknown> => page.locator(".card").first().waitFor();
  return [
    { name: "desk", search: "/", drawn: card },
    { name: "events", search: "/?view=events", drawn: card },
    { name: "contact", search: `/?view=contact&id=${contact}`, drawn: card },
    { name: "reader", search: `/?view=reader&document=${document}&item=k1&repairs=1`, drawn: (page) => page.locator(".side-item").first().waitFor() }, // biome-ignore format: one line reads best
    { name: "pair", search: "/?view=pair&a=KAZ&b=UZB", drawn: (page) => page.locator(".chart svg").first().waitFor() },
    { name: "situation", search: "/?view=situation&topic=water", drawn: card },
    { name: "brief", search: "/?view=brief&since=2023-11-01", drawn: card },
    { name: "world", search: "/?view=world", drawn: (page) => page.locator(".map .dot").first().waitFor() },
    { name: "review", search: "/?view=review", drawn: (page) => page.locator(".review-item").waitFor() },
    { name: "try", search: "/?view=try", drawn: readText },
  ];
}

async function readText(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "Text", exact: true }).fill(TEXT);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator(".outcome .side-item").first().waitFor();
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly missingSides: readonly string[]; readonly parties: readonly unknown[]; readonly corroboration: { readonly articles: number }; readonly document: { readonly hash: string } }[]; // biome-ignore format: one line reads best
}

/** Looks the places up in the served ledger: the contact told of most, with the fewest sides missing. */
export async function placesOf(address: string): Promise<Places> {
  const { items } = (await (await fetch(`${address}/api/contacts?limit=200`)).json()) as Listed; // the API's own contract
  const best = [...items].sort((a, b) => a.missingSides.length - b.missingSides.length || b.corroboration.articles - a.corroboration.articles || (a.id < b.id ? -1 : 1))[0]; // biome-ignore format: one line reads best
  for (const { document } of items) {
    const view: unknown = await (await fetch(`${address}/api/documents/${document.hash}`)).json();
    const { record } = view as { record: { document: { repairs: unknown[] }; contacts: unknown[] } }; // the API's own contract
    if (record.document.repairs.length > 2 && record.contacts.length > 0)
      return { contact: best?.id ?? "", document: document.hash };
  }
  throw new Error("the demo ledger has no article with repairs");
}
