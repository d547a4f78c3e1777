import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { NewJudgement } from "../api/contract.js";
import { useMeta } from "../api/meta.js";
import { correctionValue } from "./correction.js";

/** An item that can be judged: its lasting id, kind, what it is in words, and what can be corrected as it stands now. */
export interface Judged {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly document: { readonly hash: string };
}

interface Props {
  readonly item: Judged;
  readonly author: string;
  /** Keeps a decision; `settles` says whether it is done with the item. */
  readonly decide: (body: NewJudgement, words: string, settles: boolean) => Promise<void>;
  readonly close: () => void;
}

/** Puts the focus into a field that was opened by a key. */
function useFirstFocus<T extends HTMLElement>() {
  const field = useRef<T>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

export function CommentForm({ item, decide, author, close }: Props) {
  const [text, setText] = useState("");
  const field = useFirstFocus<HTMLTextAreaElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    void decide(
      { kind: "comment", document: item.document.hash, item: item.id, text: text.trim(), author },
      `commented on: ${item.what}`,
      false,
    ).then(close);
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

export function CorrectionForm({ item, decide, author, close }: Props) {
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
    void decide(body, `corrected ${field} of: ${item.what}`, true).then(close);
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
  readonly item: Judged;
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
