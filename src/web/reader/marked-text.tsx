import { type KeyboardEvent, memo, type SyntheticEvent, useCallback, useMemo, useRef, useState } from "react";
import type { Labels } from "./labels.js";
import { type Layer, marksOf, reasonsOf } from "./marks.js";
import { layOut, type Paragraph, type Segment } from "./segments.js";
import { type PlacedTip, TextTip } from "./text-tip.js";

interface Props {
  readonly labels: Labels;
  readonly layers: ReadonlySet<Layer>;
  /** An item was chosen in the text. */
  readonly choose: (item: string) => void;
  /** The text is marked up to here; what comes after stands as bare words for the moment. */
  readonly drawn: number;
}

const TIP = "text-tip";
const WORDS: ReadonlySet<Layer> = new Set(["actor", "date", "repair"]);

/**
 * The article, marked in place. One stop of the tab key: within it the arrows move from mark to mark, since a long
 * article has a thousand. What a mark is and why shows on hover and focus.
 */
export function MarkedText({ labels, layers, choose, drawn }: Props) {
  const { text, title } = labels.record.document;
  const paragraphs = useMemo(() => layOut(text, marksOf(labels, layers)), [labels, text, layers]);
  const marked = paragraphs.filter(({ span }) => span[0] < drawn);
  const bare = paragraphs[marked.length];
  const { box, tip, show, hide } = useTip(labels);
  const pick = useCallback(
    (event: SyntheticEvent) => {
      const item = markOf(event.target)?.dataset["marks"]?.split(" ").at(-1);
      if (item === undefined) return;
      event.preventDefault();
      choose(item);
    },
    [choose],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of marks has no element of its own
    <div
      ref={box}
      className="text"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: from here the arrows move to the marks
      tabIndex={0}
      aria-label="The article. Arrow keys move from mark to mark."
      onMouseOver={show}
      onFocus={show}
      onMouseLeave={hide}
      onBlur={hide}
      onClick={pick}
      onKeyDown={moveByArrows}
    >
      {marked.map((paragraph, i) => (
        <ParagraphView
          key={paragraph.span[0]}
          paragraph={paragraph}
          text={text}
          isTitle={i === 0 && title !== null && text.slice(...paragraph.span).trim() === title.trim()}
        />
      ))}
      {bare === undefined ? null : <BareWords text={text.slice(bare.span[0])} />}
      <TextTip id={TIP} tip={tip} />
    </div>
  );
}

const ParagraphView = memo(function ParagraphView({
  paragraph,
  text,
  isTitle,
}: {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly isTitle: boolean;
}) {
  const inner = paragraph.segments.map((segment) => (
    <SegmentView key={segment.span[0]} segment={segment} text={text.slice(...segment.span)} />
  ));
  return isTitle ? <h1 id="view-title">{inner}</h1> : <p>{inner}</p>;
});

/** Characters of a line, and its height in em: how tall a text will be is guessed until it is laid out. */
const [LINE, LINE_EM] = [78, 1.8];

/** The rest of an article in one piece: it can be read, found and scrolled to, and costs next to nothing until it is near. */
function BareWords({ text }: { readonly text: string }) {
  return <p style={{ containIntrinsicSize: `auto ${Math.ceil(text.length / LINE) * LINE_EM}em` }}>{text}</p>;
}

function SegmentView({ segment: { begin, hold }, text }: { readonly segment: Segment; readonly text: string }) {
  const words = hold.filter(({ layer }) => WORDS.has(layer));
  const passages = hold.filter(({ layer }) => layer === "event" || layer === "quote");
  const classes = [...new Set([...passages, ...words].flatMap(({ layer, tone }) => [layer, tone]))].join(" ");
  const items = [...new Set(hold.map(({ item }) => item))].join(" ");
  return (
    <>
      {begin.map((mark) =>
        mark.tag === null ? null : (
          <a
            key={mark.item}
            className={`tag ${mark.layer} ${mark.tone}`}
            href="#side"
            tabIndex={-1}
            data-mark=""
            data-marks={mark.item}
            aria-describedby={TIP}
          >
            {mark.tag}
          </a>
        ),
      )}
      {words.length === 0 ? (
        <span className={classes} data-holds={items}>
          {text}
        </span>
      ) : (
        <a
          className={classes}
          href="#side"
          tabIndex={-1}
          data-mark=""
          data-marks={words.map(({ item }) => item).join(" ")}
          data-holds={items}
          aria-describedby={TIP}
        >
          {text}
        </a>
      )}
    </>
  );
}

/** The tip of the mark under the pointer or the focus. */
function useTip(labels: Labels) {
  const box = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<PlacedTip | null>(null);
  const show = useCallback(
    ({ target }: SyntheticEvent) => {
      const mark = markOf(target);
      const around = box.current?.getBoundingClientRect();
      if (mark === null || around === undefined) return setTip(null);
      const place = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
      const notes = (mark.dataset["marks"] ?? "").split(" ").map((item) => ({ item, lines: reasonsOf(item, labels) }));
      setTip({ notes, left: place.left - around.left, top: place.bottom - around.top, width: around.width });
    },
    [labels],
  );
  const hide = useCallback(() => setTip(null), []);
  return { box, tip, show, hide };
}

function markOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-mark]") : null;
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === "Escape") event.currentTarget.focus();
  const by =
    event.key === "ArrowRight" || event.key === "ArrowDown"
      ? 1
      : event.key === "ArrowLeft" || event.key === "ArrowUp"
        ? -1
        : 0;
  if (by === 0) return;
  const marks = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-mark]")];
  const now = marks.findIndex((mark) => mark.contains(document.activeElement));
  const next = marks[now === -1 ? (by === 1 ? 0 : -1) : now + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
