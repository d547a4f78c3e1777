import { type FormEvent, useId, useState } from "react";
import { post } from "../api/client.js";
import type { JudgementView } from "../api/contract.js";
import { asProblem } from "../api/problems.js";
import { AuthorField, useAuthor } from "./author.js";
import { Instant } from "./badges.js";

interface Props {
  readonly document: string;
  /** Lasting id of the item they are about; left out, the article. */
  readonly item?: string;
  /** The thread. */
  readonly judgements: readonly JudgementView[];
  /** Reads the thread anew after a change. */
  readonly changed: () => void;
}

/** The thread under an article or a contact. Private to the ledger unless it is exported. */
export function Comments({ document, item, judgements, changed }: Props) {
  const title = useId();
  const thread = judgements.filter((each) => each.withdrawn === null);
  return (
    <section className="comments" aria-labelledby={title}>
      <h2 id={title}>Comments</h2>
      {thread.length === 0 ? <p className="note">No comment yet.</p> : null}
      <ol>
        {[...thread]
          .sort((a, b) => (a.made < b.made ? -1 : a.made > b.made ? 1 : a.id < b.id ? -1 : 1))
          .map((comment) => (
            <Comment key={comment.id} comment={comment} changed={changed} />
          ))}
      </ol>
      <CommentForm document={document} item={item} changed={changed} />
    </section>
  );
}

function Comment({ comment, changed }: { readonly comment: JudgementView; readonly changed: () => void }) {
  const [author] = useAuthor();
  const [problem, setProblem] = useState<string | null>(null);
  const withdraw = (): void => {
    post(`/api/judgements/${comment.id}/withdraw`, { author: author.trim() || comment.author }).then(
      changed,
      (error: unknown) => setProblem(asProblem(error).message),
    );
  };
  return (
    <li className="comment">
      <p className="note">
        <b>{comment.author}</b> · <Instant value={comment.made} />{" "}
        <button type="button" className="plain" onClick={withdraw}>
          Withdraw
        </button>
      </p>
      <p className="comment-text">
        {typeof comment.value === "string" ? comment.value : JSON.stringify(comment.value)}
      </p>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </li>
  );
}

function CommentForm({
  document,
  item,
  changed,
}: {
  readonly document: string;
  readonly item: string | undefined;
  readonly changed: () => void;
}) {
  const [author, keep] = useAuthor();
  const [text, setText] = useState("");
  const [state, setState] = useState<{ readonly busy: boolean; readonly said: string }>({ busy: false, said: "" });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (author.trim() === "" || text.trim() === "") {
      setState({ busy: false, said: author.trim() === "" ? "A comment needs your name." : "Write something first." });
      return;
    }
    setState({ busy: true, said: "" });
    post("/api/judgements", {
      kind: "comment",
      document,
      ...(item === undefined ? {} : { item }),
      text: text.trim(),
      author: author.trim(),
    }).then(
      () => {
        setText("");
        setState({ busy: false, said: "Kept." });
        changed();
      },
      (error: unknown) => setState({ busy: false, said: asProblem(error).message }),
    );
  };
  return (
    <form className="comment-form" onSubmit={send}>
      <AuthorField name={author} keep={keep} />
      <label className="field">
        <span>Leave a comment</span>
        <textarea rows={3} value={text} maxLength={10_000} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="form-end">
        <button type="submit" disabled={state.busy}>
          Comment
        </button>{" "}
        <span className="note">Stays in this ledger unless it is exported with notes.</span>{" "}
        <span aria-live="polite">{state.said}</span>
      </p>
    </form>
  );
}
