/** What the environment says about colours. */
export interface ColourWishes {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
}

/** Whether to colour: as NO_COLOR and FORCE_COLOR say (no-color.org, force-color.org), else on a terminal that can. */
export function isColoured(stream: { readonly isTTY?: boolean }, env: ColourWishes): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Columns of text that goes elsewhere than a terminal. */
const PLAIN_WIDTH = 100;
/** Longer lines are hard to read, shorter ones cannot hold the columns. */
const [NARROWEST, WIDEST] = [40, 110];

/** Columns to set text in. */
export function textWidth(stream: { readonly columns?: number }): number {
  return Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? PLAIN_WIDTH));
}
