import type { Sentence } from "../engine/language/index.js";

/** A sentence's tree for a person: each word below its head, in the order of the text. */
export function drawTree(sentence: Sentence): string {
  const { tokens, tree } = sentence;
  const lines = [tokens.map((t) => t.text).join(" ")];
  const root = tree.heads.indexOf(-1);
  const open: { readonly index: number; readonly lead: string; readonly own: string }[] =
    root < 0 ? [] : [{ index: root, lead: "", own: "" }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { index, lead, own } = node;
    const token = tokens[index];
    lines.push(`${lead}${own}${token?.text ?? ""}  ${tree.relation(index)} ${token?.upos ?? ""}`);
    const below = lead + (own === "" ? "" : own === "└─ " ? "   " : "│  ");
    const children = tree.children(index);
    for (let k = children.length - 1; k >= 0; k--) {
      open.push({ index: children[k] ?? 0, lead: below, own: k === children.length - 1 ? "└─ " : "├─ " });
    }
  }
  return `${lines.join("\n")}\n`;
}
