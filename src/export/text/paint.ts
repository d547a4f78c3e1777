/** Colours of a terminal; each leaves the text as it is where colours are off. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly magenta: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** The sixteen colours every terminal has, by ECMA-48 codes: they follow the person's own light or dark theme. */
export function makePaint(coloured: boolean): Paint {
  const sgr = (on: number, off: number) => {
    const [start, end] = [`\u001b[${on}m`, `\u001b[${off}m`];
    // What ends inside must not end the whole: bold and dim share their end.
    return (text: string): string => (coloured && text !== "" ? start + text.replaceAll(end, end + start) + end : text);
  };
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    italic: sgr(3, 23),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    blue: sgr(34, 39),
    magenta: sgr(35, 39),
    cyan: sgr(36, 39),
  };
}
