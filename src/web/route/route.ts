/** The views of the page, in the order of its navigation; `contact` and `reader` are reached from the others. */
export const VIEWS = [
  "desk",
  "events",
  "pair",
  "situation",
  "brief",
  "world",
  "review",
  "try",
  "contact",
  "reader",
] as const;
export type View = (typeof VIEWS)[number];

/** Where the page is: a view and its filters. Everything a reader can set stands here, so that a link tells it all. */
export interface Route {
  readonly view: View;
  /** Filters by name; empty values are left out. */
  readonly params: Readonly<Record<string, string>>;
}

/** Short addresses, as feeds write them: `/contact/ID`, `/read/HASH`. */
const SHORT: Readonly<Record<string, (name: string) => Route>> = {
  contact: (id) => ({ view: "contact", params: { id } }),
  read: (document) => ({ view: "reader", params: { document } }),
};

/** Reads the path and query of an address; an unknown view is the desk. Never throws. */
export function parseRoute(search: string, path = "/"): Route {
  const [, kind = "", name = ""] = /^\/(contact|read)\/([0-9a-f]+)$/.exec(path) ?? [];
  const short = SHORT[kind];
  if (short !== undefined) return short(name);
  const query = new URLSearchParams(search);
  const named = query.get("view");
  const view = VIEWS.find((each) => each === named) ?? "desk";
  const params: Record<string, string> = {};
  for (const [name, value] of query) if (name !== "view" && value !== "") params[name] = value;
  return { view, params };
}

/** The address of a route: `?view=pair&a=RUS&b=TJK`. Names in order, so that one route has one address. */
export function formatRoute({ view, params }: Route): string {
  const query = new URLSearchParams();
  if (view !== "desk") query.set("view", view);
  for (const name of Object.keys(params).sort()) if (params[name]) query.set(name, params[name]);
  const text = query.toString();
  return text === "" ? "/" : `/?${text}`;
}

/** A route with some of its filters changed; an empty value takes one away. */
export function withParams(route: Route, changes: Readonly<Record<string, string>>): Route {
  const params = Object.fromEntries(
    Object.entries({ ...route.params, ...changes }).filter(([, value]) => value !== ""),
  );
  return { view: route.view, params };
}

/** Values of a filter that takes several: `RUS,TJK`. */
export function listOf(value: string | undefined): readonly string[] {
  return (value ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
