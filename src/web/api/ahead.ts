import { askJson } from "./reach.js";

/** An answer asked for ahead is given to who asks for it within this time; later it may be out of date. Milliseconds. */
const FRESH = 10_000;
/** So many are kept at most: what the pointer passed over is asked for too. */
const MOST = 8;

interface Ahead {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

const asked = new Map<string, Ahead>();

/** Asks the API before the view that needs the answer is drawn; once, however often it is called meanwhile. */
export function askAhead(address: string): void {
  const now = performance.now();
  const before = asked.get(address);
  if (before !== undefined && now - before.at < FRESH) return;
  const answer = askJson(address, {});
  answer.catch(() => asked.delete(address)); // whoever needs it asks again, and is told
  asked.delete(address);
  asked.set(address, { at: now, answer });
  for (const [oldest] of asked) {
    if (asked.size <= MOST) break;
    asked.delete(oldest);
  }
}

/** The answer that was asked for ahead; given away once, so that asking again asks the server. `null` for none. */
export function takeAhead(address: string): Promise<unknown> | null {
  const found = asked.get(address);
  asked.delete(address);
  return found === undefined || performance.now() - found.at >= FRESH ? null : found.answer;
}

/** After a change nothing that was asked before it is given. */
export function forgetAhead(): void {
  asked.clear();
}
