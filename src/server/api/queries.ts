import { z } from "@hono/zod-openapi";
import { CHANNELS, CONTACT_STATUSES, EVENT_STATUSES, PLOVER_EVENTS } from "../../engine/record.js";
import { day, documentHash } from "./parts.js";

/** Parameters of queries. Lists are written with commas; all conditions hold together. */

const MOST_WORDS = 200;
const MOST_NAMED = 20;

/** “RUS,TJK” as a list; an empty one is refused. */
export function commaList<T extends string>(what: string, allowed?: readonly T[]) {
  const example = allowed?.slice(0, 2).join(",") ?? "RUS,TJK";
  return z
    .string()
    .max(1000)
    .transform((text, context): readonly T[] => {
      const parts = text.split(",").map((part) => part.trim());
      const known = allowed === undefined ? (parts as T[]) : allowed.filter((one) => parts.includes(one)); // any string is a T when none are given
      const wrong = allowed === undefined ? [] : parts.filter((part) => !allowed.some((one) => one === part));
      if (parts.includes("") || parts.length > MOST_NAMED)
        context.addIssue({ code: "custom", message: `give 1 to ${MOST_NAMED} of them, with commas` });
      else if (wrong.length > 0)
        context.addIssue({ code: "custom", message: `${wrong.join(", ")}: not one of ${allowed?.join(", ")}` });
      return known;
    })
    .openapi({ type: "string", description: what, example });
}

export const actorList = commaList<string>(
  "codes of countries (RUS), Wikidata ids or names in small letters; with several, all take part",
);
export const words = z
  .string()
  .trim()
  .min(1)
  .max(MOST_WORDS)
  .openapi({ description: "words of title or text, in any form", example: "border trade" });
export const outlet = z.string().min(1).max(200).openapi({ description: "outlet, by its whole name" });
export const leastConfidence = z.coerce
  .number()
  .min(0)
  .max(1)
  .openapi({ description: "least confidence, from 0 to 1" });
export const contextList = commaList<string>("contexts of PLOVER; one of them is enough");
export const eventList = commaList("events of PLOVER; one of them is enough", PLOVER_EVENTS);
export const channelList = commaList("channels; one of them is enough", CHANNELS);
export const contactStatusList = commaList("statuses; one of them is enough", CONTACT_STATUSES);
export const eventStatusList = commaList("statuses; one of them is enough", EVENT_STATUSES);
export const flag = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .openapi({ type: "boolean" });

export const MOST_PER_PAGE = 200;
export const paging = {
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50).openapi({ description: "most items of a page" }),
  cursor: z.string().max(600).optional().openapi({ description: "`next` of the page before" }),
};
export const days = {
  since: day.optional().openapi({ description: "first day" }),
  until: day.optional().openapi({ description: "last day" }),
};

export const hashParameter = z.object({
  hash: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/)
    .openapi({ description: "hash, or its beginning of 8 digits or more", param: { name: "hash", in: "path" } }),
});
export const storyParameter = z.object({
  id: documentHash.openapi({ param: { name: "id", in: "path" } }),
});
