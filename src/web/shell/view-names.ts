import type { View } from "../route/route.js";

/** Views in words. */
export const VIEW_NAMES: Readonly<Record<View, string>> = {
  desk: "Desk",
  events: "Events",
  pair: "Pair",
  situation: "Situation",
  brief: "Brief",
  world: "World",
  review: "Review",
  try: "Try it",
  contact: "Contact",
  reader: "Reader",
};
/** Those the navigation names; the others are reached from an item. */
export const IN_NAVIGATION = ["desk", "events", "pair", "situation", "brief", "world", "review", "try"] as const;
