import { foldName } from "./atoms.js";

/** A name's spelling with the usual differences of transliteration levelled: Zelenskyy, Zelensky, Zelenskiy. */
export function spellingKey(word: string): string {
  return foldName(word)
    .replace(/'/g, "")
    .replace(/(?:skyy|skiy|skyi|skij|sky)$/, "ski")
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/ou/g, "u")
    .replace(/w/g, "v")
    .replace(/ck|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/j|y|i+/g, "i")
    .replace(/ie/g, "e")
    .replace(/(.)\1/g, "$1");
}
