export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A score with its sign: “+1.5”, “−3”. */
export function signed(score: number): string {
  const rounded = Math.round(score * 10) / 10;
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : "0";
}

/** “1 article”, “7 articles”, “1,200 articles”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Thousands apart by commas, whatever the reader's machine is set to. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** “A and B”, “A, B and C”; empty for nobody. */
export function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
