import { type DragEvent, type FormEvent, useState } from "react";
import { ApiProblem } from "../api/problems.js";
import { Failed, Loading } from "../parts/states.js";
import { RecordView } from "../reader/reader.js";
import { counted } from "../words/numbers.js";
import { textOfFile } from "./page-text.js";
import { type EngineState, useEngine } from "./use-engine.js";

const MOST_CHARACTERS = 1_000_000;

interface Draft {
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

/** Paste a text or drop a file: it is read in this browser by the same engine; nothing leaves the machine. */
export default function TryIt() {
  const [state, read] = useEngine();
  const [draft, setDraft] = useState<Draft>({ title: "", text: "", published: "" });
  const [said, setSaid] = useState("");
  const [over, setOver] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trouble = troubleWith(draft.text);
    setSaid(trouble ?? "");
    if (trouble !== null) return;
    read({ text: draft.text, title: draft.title.trim() || undefined, published: draft.published || undefined });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const take = (file: File | undefined): void => {
    file?.text().then(
      (content) => setDraft((old) => ({ ...old, ...textOfFile(file.name, content) })),
      () => setSaid("The file could not be read."),
    );
  };
  return (
    <div className="try">
      <h1 id="view-title">Try it</h1>
      <p className="lead">
        Paste a news report in English, or drop a file. It is read here, in this browser; nothing leaves the machine.
      </p>
      <form
        className={over ? "try-form over" : "try-form"}
        onSubmit={submit}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <Fields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} take={take} />
        <p className="form-end">
          <button type="submit" className="primary">
            Read it
          </button>{" "}
          <span aria-live="polite">{said}</span>
        </p>
      </form>
      <Result state={state} />
    </div>
  );
}

function troubleWith(text: string): string | null {
  if (text.trim() === "") return "Paste a text, or drop a file.";
  return text.length > MOST_CHARACTERS ? "That is more than a million characters; give a part of it." : null;
}

function Fields({
  draft,
  change,
  take,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly take: (file: File | undefined) => void;
}) {
  return (
    <>
      <div className="pickers">
        <label className="field wide">
          <span>Title, where it is apart from the text</span>
          <input type="text" value={draft.title} onChange={({ target }) => change({ title: target.value })} />
        </label>
        <label className="field">
          <span>Day of publication, if known</span>
          <input type="date" value={draft.published} onChange={({ target }) => change({ published: target.value })} />
        </label>
        <label className="field">
          <span>A file (text or web page)</span>
          <input
            type="file"
            accept=".txt,.text,.md,.htm,.html,text/plain,text/html"
            onChange={({ target }) => take(target.files?.[0])}
          />
        </label>
      </div>
      <label className="field">
        <span>Text</span>
        <textarea
          rows={10}
          value={draft.text}
          data-search=""
          onChange={({ target }) => change({ text: target.value })}
        />
      </label>
    </>
  );
}

function Result({ state }: { readonly state: EngineState }) {
  switch (state.kind) {
    case "idle":
      return null;
    case "loading":
      return <Loading what={`the engine, once: ${state.loaded} of ${state.files} files`} />;
    case "reading":
      return <Loading what="the record" />;
    case "failed":
      return <Failed title="The text could not be read" problem={new ApiProblem("broken", state.message)} />;
    case "record":
      return <Outcome record={state} />;
    default:
      throw new TypeError(`unknown state: ${state satisfies never}`);
  }
}

function Outcome({
  record: { record, received, milliseconds },
}: {
  readonly record: Extract<EngineState, { readonly kind: "record" }>;
}) {
  const save = (): void => {
    const address = URL.createObjectURL(new Blob([`${JSON.stringify(record)}\n`], { type: "application/json" }));
    const link = Object.assign(document.createElement("a"), {
      href: address,
      download: `${record.document.hash.slice(0, 12)}.json`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return (
    <section aria-label="The record" className="outcome">
      <p>
        Read in {Math.round(milliseconds)} ms: {counted(record.contacts.length, "contact")},{" "}
        {counted(record.events.length, "event")}, {counted(record.claims.length, "claim")}.{" "}
        <button type="button" className="plain" onClick={save}>
          Save the record (JSON)
        </button>
      </p>
      <RecordView view={{ record, received }} />
    </section>
  );
}
