/** wink-nlp's tokeniser and tagger, or `null` where it is not installed; gives how many words it found. */
export async function winkReader(): Promise<((text: string) => number) | null> {
  try {
    const names = ["wink-nlp", "wink-eng-lite-web-model"]; // not literal: the build must not need them
    const [wink, model] = await Promise.all(names.map((name) => import(name)));
    const nlp = wink.default(model.default, ["sbd", "pos"]);
    return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
  } catch {
    return null;
  }
}
