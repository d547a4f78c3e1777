import type { Row } from "./table.js";

/** The words of each class of a table with the columns `class` and `word`; none for a class it does not have. */
export function readWordClasses(rows: readonly Row[]): (wordClass: string) => ReadonlySet<string> {
  const classes = new Map<string, Set<string>>();
  for (const row of rows) {
    const list = classes.get(row.cell("class"));
    if (list === undefined) classes.set(row.cell("class"), new Set([row.cell("word")]));
    else list.add(row.cell("word"));
  }
  const none: ReadonlySet<string> = new Set();
  return (wordClass) => classes.get(wordClass) ?? none;
}
