/** FNV-1a over the low and high bytes of UTF-16 code units, as an unsigned 32-bit number: the name a feature has in the model. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h = Math.imul(h ^ (unit & 255), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return (h ^ (h >>> 15)) >>> 0;
}
