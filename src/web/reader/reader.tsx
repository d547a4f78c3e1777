import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { DocumentView, JudgementView } from "../api/contract.js";
import { OnRecord } from "../judge/on-record.js";
import { drawnAt, firstOn, lastStep, useByAndBy } from "../parts/by-and-by.js";
import { Comments } from "../parts/comments.js";
import { Empty, Shown } from "../parts/states.js";
import { usePrinting } from "../parts/use-printing.js";
import { Link } from "../route/link.js";
import { listOf } from "../route/route.js";
import { useRoute } from "../route/use-route.js";
import { Heading } from "./heading.js";
import { JudgeItem } from "./judge-item.js";
import { makeLabels } from "./labels.js";
import { MarkedText } from "./marked-text.js";
import { LAYERS, type Layer } from "./marks.js";
import { Original } from "./original.js";
import { MOST_CHAINS, Side } from "./side.js";
import { Toolbar } from "./toolbar.js";
import { useActiveItem } from "./use-active-item.js";
import { useArticle } from "./use-article.js";

/** An article with everything the record says of it, each in its place. */
export function Reader() {
  const { route } = useRoute();
  const hash = route.params["document"];
  const answer = useArticle(hash);
  if (hash === undefined)
    return (
      <Empty title="No article is chosen">
        <p>
          Choose one on the <Link view="desk">Desk</Link>, or paste a text under <Link view="try">Try it</Link>.
        </p>
      </Empty>
    );
  return (
    <Shown answer={answer} what="the article" keep>
      {(view) => <Article view={view} changed={answer.again} />}
    </Shown>
  );
}

const isOfArticle = (judgement: JudgementView): boolean => judgement.kind === "comment" && judgement.item === null;

function Article({ view, changed }: { readonly view: DocumentView; readonly changed: () => void }) {
  return (
    <RecordView view={view} judge={<JudgeItem view={view} changed={changed} />}>
      <OnRecord judgements={view.judgements.filter((judgement) => !isOfArticle(judgement))} changed={changed} />
      <Comments document={view.document.hash} judgements={view.judgements.filter(isOfArticle)} changed={changed} />
    </RecordView>
  );
}

/** What the reader needs of an article; the ledger's hold more than one read in the browser. */
export type Readable = Pick<DocumentView, "record" | "received"> &
  Partial<Pick<DocumentView, "items" | "corroboration" | "document" | "cut">>;

interface RecordProps {
  readonly view: Readable;
  /** What stands above the record's items. */
  readonly judge?: ReactNode;
  readonly children?: ReactNode;
}

/** A record beside its text. Which item is chosen, and what is shown, stands in the address. */
export function RecordView({ view, judge, children }: RecordProps) {
  const { route, set } = useRoute();
  const { hide, repairs, original } = route.params;
  const labels = useMemo(() => makeLabels(view.record), [view.record]);
  const layers = useMemo(() => layersOf(hide, repairs === "1"), [hide, repairs]);
  const item = localItem(route.params["item"], view);
  const choose = useCallback((id: string) => set({ item: id }), [set]);
  const cut = view.cut ?? null;
  const [first] = useState(() => firstOn(innerHeight));
  const last = useMemo(
    () => (cut === null ? lastStep(view.record.document.text.length, countItems(view), first) : 0),
    [view, cut, first],
  );
  const printing = usePrinting();
  const drawnSoFar = useByAndBy(view.record.document.hash, last);
  const step = printing ? last : drawnSoFar;
  const drawn = useMemo(() => drawnAt(step, first), [step, first]);
  const active = useActiveItem(item, layers, cut === null && step === last);
  useEffect(() => {
    if (view.record.document.title !== null) document.title = `${view.record.document.title} · Readout`;
  }, [view.record]);
  return (
    <div className="reader" ref={active}>
      <Heading view={view} />
      <Toolbar repairs={view.record.document.repairs.length} />
      <div className={original === "1" ? "columns three" : "columns"}>
        <MarkedText labels={labels} layers={layers} choose={choose} drawn={drawn.text} />
        {original === "1" ? <Original received={view.received} repairs={view.record.document.repairs} /> : null}
        <div className="side-box">
          {judge}
          <Side
            labels={labels}
            item={item}
            choose={choose}
            showRepairs={layers.has("repair")}
            drawn={drawn.items}
            cut={cut}
          />
        </div>
      </div>
      {children}
    </div>
  );
}

function countItems({ record: { contacts, events, claims, actors, document } }: Readable): number {
  return contacts.length + events.length + MOST_CHAINS + claims.length + actors.length + document.repairs.length;
}

function layersOf(hide: string | undefined, repairs: boolean): ReadonlySet<Layer> {
  const hidden = listOf(hide);
  return new Set(LAYERS.filter((layer) => !hidden.includes(layer) && (layer !== "repair" || repairs)));
}

/** The id within the record of what the address names, by that or by its lasting id. */
function localItem(named: string | undefined, view: Readable): string | null {
  if (named === undefined) return null;
  return view.items?.find(({ id }) => id === named)?.local ?? named;
}
