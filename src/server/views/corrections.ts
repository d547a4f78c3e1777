import type { Review } from "../../store/index.js";

/** Fields of a card that a correction of one value takes the place of, with the name the API gives the field. */
const TAKEN: Readonly<Record<string, string>> = {
  date: "day",
  status: "status",
  channel: "channel",
  occasion: "occasion",
  event: "event",
  mode: "mode",
  cameo: "cameo",
  negated: "negated",
  stance: "stance",
};

/**
 * An item with what reviewers put in the place of its values. A value was checked when the judgement was made; lists and
 * names stay as they were read, with the correction beside them.
 */
export function corrected<T extends object>({ corrections }: Review, item: T): T {
  const taken = Object.entries(corrections).flatMap(([field, value]) => {
    const name = Object.hasOwn(TAKEN, field) ? TAKEN[field] : undefined;
    return name !== undefined && name in item ? [[name, value] as const] : [];
  });
  return taken.length === 0 ? item : Object.assign({ ...item }, Object.fromEntries(taken));
}
