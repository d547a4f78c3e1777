import { useMemo, useState } from "react";
import { post } from "../api/client.js";
import type { DocumentView, NewJudgement } from "../api/contract.js";
import { asProblem } from "../api/problems.js";
import { presentOf } from "../judge/fields.js";
import { CommentForm, CorrectionForm, type Judged } from "../judge/forms.js";
import { AuthorField, useAuthor } from "../parts/author.js";
import { useRoute } from "../route/use-route.js";
import { makeLabels } from "./labels.js";

interface Props {
  readonly view: DocumentView;
  /** Reads the article anew after a decision. */
  readonly changed: () => void;
}

/** What can be done with the item that is chosen: accept, reject, correct, comment. */
export function JudgeItem({ view, changed }: Props) {
  const { route } = useRoute();
  const named = route.params["item"];
  const labels = useMemo(() => makeLabels(view.record), [view.record]);
  const item = view.items.find(({ id, local }) => id === named || local === named);
  const present = item === undefined ? null : presentOf(item.local, labels);
  if (item === undefined || present === null)
    return <p className="note">Choose an item to accept, correct, reject or comment on it.</p>;
  const judged: Judged = { id: item.id, kind: item.kind, document: view.document, ...present };
  return <Judge key={item.id} item={judged} changed={changed} />;
}

function Judge({ item, changed }: { readonly item: Judged; readonly changed: () => void }) {
  const [author, keep] = useAuthor();
  const [form, setForm] = useState<"comment" | "correct" | null>(null);
  const [said, setSaid] = useState("");
  const name = author.trim();
  const decide = async (body: NewJudgement, words: string): Promise<void> => {
    try {
      await post("/api/judgements", body);
      setSaid(`Kept: ${words}.`);
      changed();
    } catch (error) {
      setSaid(asProblem(error).message);
    }
  };
  const verdict = (kind: "accept" | "reject"): void => {
    if (name === "") setSaid("Decisions need your name.");
    else void decide({ kind, item: item.id, author: name }, `${kind}ed`);
  };
  return (
    <details className="judge">
      <summary>
        Judge: <b>{item.what}</b> <span className="status">{item.kind}</span>
      </summary>
      <AuthorField name={author} keep={keep} />
      <p className="actions">
        <button type="button" onClick={() => verdict("accept")}>
          Accept
        </button>
        <button type="button" onClick={() => verdict("reject")}>
          Reject
        </button>
        <button type="button" onClick={() => (name === "" ? setSaid("Decisions need your name.") : setForm("correct"))}>
          Correct
        </button>
        <button type="button" onClick={() => (name === "" ? setSaid("Decisions need your name.") : setForm("comment"))}>
          Comment on it
        </button>
        <span aria-live="polite">{said}</span>
      </p>
      {form === "comment" ? (
        <CommentForm item={item} decide={decide} author={name} close={() => setForm(null)} />
      ) : null}
      {form === "correct" ? (
        <CorrectionForm item={item} decide={decide} author={name} close={() => setForm(null)} />
      ) : null}
    </details>
  );
}
