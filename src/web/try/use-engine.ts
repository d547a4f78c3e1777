import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Order } from "./protocol.js";

/** What the engine in the worker is at. */
export type EngineState =
  | { readonly kind: "idle" }
  | { readonly kind: "loading"; readonly loaded: number; readonly files: number }
  | { readonly kind: "reading" }
  | Extract<Answer, { readonly kind: "record" | "failed" }>;

/** The engine in a worker, started with the first text. One text at a time: an answer to an older one is passed over. */
export function useEngine(): readonly [EngineState, (text: Omit<Order, "number">) => void] {
  const [state, setState] = useState<EngineState>({ kind: "idle" });
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  const read = useCallback((text: Omit<Order, "number">) => {
    worker.current ??= start((answer) => {
      if (answer.kind === "loading") setState(answer.loaded < answer.files ? answer : { kind: "reading" });
      else if (answer.number === number.current) setState(answer);
    });
    number.current++;
    setState({ kind: "reading" });
    const order: Order = { number: number.current, ...text };
    worker.current.postMessage(order);
  }, []);
  return [state, read];
}

function start(heard: (answer: Answer) => void): Worker {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => heard(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    heard({ kind: "failed", number: Number.NaN, message: "The engine could not be started in this browser." });
  });
  return worker;
}
