import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { ReviewItem } from "../api/contract.js";
import { useMeta } from "../api/meta.js";
import { correctionValue } from "./queue.js";
import type { Review } from "./use-review.js";

interface Props {
  readonly item: ReviewItem;
  readonly review: Review;
  readonly author: string;
  readonly close: () => void;
}

/** Puts the focus into a field that was opened by a key. */
function useFirstFocus<T extends HTMLElement>() {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

export function CommentForm({ item, review, author, close }: Props) {
  const [text, setText] = useState("");
  const field = useFirstFocus<HTMLTextAreaElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    void review
      .decide(
        { kind: "comment", document: item.document.hash, item: item.id, text: text.trim(), author },
        `commented on: ${item.what}`,
        false,
      )
      .then(close);
  };
  return (
    <form onSubmit={submit} className="review-form">
      <label className="field">
        <span>Comment</span>
        <textarea ref={field} rows={3} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <FormEnd words="Comment" close={close} />
    </form>
  );
}

export function CorrectionForm({ item, review, author, close }: Props) {
  const fields = useMeta()?.correctable[item.kind] ?? Object.keys(item.fields);
  const [field, setField] = useState(fields[0] ?? "");
  const [text, setText] = useState(item.fields[field] ?? "");
  const [note, setNote] = useState("");
  const first = useFirstFocus<HTMLSelectElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      kind: "correction",
      item: item.id,
      field,
      value: correctionValue(field, text),
      author,
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    } as const;
    void review.decide(body, `corrected ${field} of: ${item.what}`, true).then(close);
  };
  return (
    <form onSubmit={submit} className="review-form">
      <div className="pickers">
        <label className="field">
          <span>Correct</span>
          <select
            ref={first}
            value={field}
            onChange={({ target }) => {
              setField(target.value);
              setText(item.fields[target.value] ?? "");
            }}
          >
            {fields.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Value item={item} field={field} text={text} setText={setText} />
        <label className="field wide">
          <span>Why (if you wish)</span>
          <input type="text" value={note} maxLength={2000} onChange={({ target }) => setNote(target.value)} />
        </label>
      </div>
      <FormEnd words="Keep the correction" close={close} />
    </form>
  );
}

/** A field for the right value: a list where only certain values can be, else a text. */
function Value({
  item,
  field,
  text,
  setText,
}: {
  readonly item: ReviewItem;
  readonly field: string;
  readonly text: string;
  readonly setText: (text: string) => void;
}) {
  const codes = useMeta()?.codes;
  const closed: Readonly<Record<string, readonly { readonly code: string; readonly words: string }[] | undefined>> = {
    "event/event": codes?.events,
    "event/status": codes?.eventStatuses,
    "event/negated": [{ code: "false", words: "told as having been" }, { code: "true", words: "told as not having been" }], // biome-ignore format: one line reads best
    "contact/channel": codes?.channels,
    "contact/status": codes?.contactStatuses,
    "claim/stance": ["asserts", "denies", "doubts", "asks", "promises"].map((code) => ({ code, words: code })),
  };
  const choices = closed[`${item.kind}/${field}`];
  const id = useId();
  return (
    <div className="field wide">
      <label htmlFor={id}>
        {field === "date" ? "The right day (YYYY-MM-DD; empty where the text tells none)" : "The right value"}
      </label>
      {choices === undefined ? (
        <input id={id} type="text" value={text} onChange={({ target }) => setText(target.value)} />
      ) : (
        <select id={id} value={text} onChange={({ target }) => setText(target.value)}>
          {choices.map(({ code, words }) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function FormEnd({ words, close }: { readonly words: string; readonly close: () => void }) {
  return (
    <p className="form-end">
      <button type="submit" className="primary">
        {words}
      </button>{" "}
      <button type="button" onClick={close}>
        Leave it
      </button>
    </p>
  );
}
