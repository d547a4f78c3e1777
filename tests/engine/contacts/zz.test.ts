import { test } from "vitest";
import { castOf } from "/work/mc/tests/engine/actors/support.js";
import { readFileSync } from "node:fs";
test("x", () => {
  for (const line of readFileSync("/var/tmp/mc/t.txt","utf8").trim().split("\n")) {
    const cast = castOf(line, { day: "2025-10-15" });
    for (const s of cast.sentences) console.log(s.tokens.map((t,i)=>`${t.text}/${t.lemma}/${t.xpos}/${t.upos}<${s.tree.relation(i)}:${s.tokens[s.tree.heads[i]]?.text ?? "ROOT"}`).join("  "), "\nPLACES", JSON.stringify(cast.actors.places.map(p=>[p.first,p.name])), "MENTIONS", JSON.stringify(s.index !== undefined ? cast.actors.inSentence(s.index).map(m=>[m.first,m.last,m.kind,m.actors.map(a=>cast.actors.actors[a]?.name+"/"+cast.actors.actors[a]?.kind+"/"+cast.actors.actors[a]?.code)]):[]));
  }
});
