/** A tip where it stands in the text, in pixels from the text's own corner. */
export interface PlacedTip {
  readonly notes: readonly { readonly item: string; readonly lines: readonly string[] }[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const WIDTH = 352; // 22rem, as the style has it

/** What a mark is and why. Always there, so that a mark can name it as its description. */
export function TextTip({ id, tip }: { readonly id: string; readonly tip: PlacedTip | null }) {
  const left = tip === null ? 0 : Math.max(0, Math.min(tip.left, tip.width - WIDTH));
  return (
    <div
      id={id}
      role="tooltip"
      className={`tip placed ${tip === null ? "" : "shown"}`}
      style={{ left, top: (tip?.top ?? 0) + 4 }}
    >
      {tip?.notes.map(({ item, lines: [head, ...rest] }) => (
        <div key={item}>
          <b>{head}</b>
          {rest.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      ))}
    </div>
  );
}
