import tables from "virtual:engine-tables";
import { type Article, type Knowledge, makeKnowledge, readArticle } from "../../engine/index.js";
import type { Answer, Order } from "./protocol.js";

/** The engine in the browser: the same code and the same weights, fetched from where the page is from. */

const LANGUAGE = new URL("../../../models/language.bin", import.meta.url).href;
const EVENTS = new URL("../../../models/events.bin", import.meta.url).href;
const CLAIMS = new URL("../../../models/claims.bin", import.meta.url).href;
const WORDS = new URL("../../../models/words.txt", import.meta.url).href;
const FILES = 5;
let loaded = 0;

function say(answer: Answer): void {
  postMessage(answer);
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The engine’s file ${address} could not be loaded (status ${response.status}).`);
  return response;
}

async function part<T>(address: string, read: (response: Response) => Promise<T>): Promise<T> {
  const value = await read(await fetched(address));
  loaded++;
  say({ kind: "loading", loaded, files: FILES });
  return value;
}

async function load(): Promise<Knowledge> {
  loaded = 0;
  say({ kind: "loading", loaded, files: FILES });
  const bytes = (response: Response): Promise<Uint8Array> =>
    response.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  const [entries, languageModel, eventModel, claimModel, known] = await Promise.all([
    part(tables, (response) => response.json() as Promise<Record<string, string>>), // written by the build
    part(LANGUAGE, bytes),
    part(EVENTS, bytes),
    part(CLAIMS, bytes),
    part(WORDS, (response) => response.text()),
  ]);
  return makeKnowledge({
    tables: new Map(Object.entries(entries)),
    languageModel,
    eventModel,
    claimModel,
    words: known,
  });
}

let knowledge: Promise<Knowledge> | null = null; // loaded at the first text; a failure is tried again at the next

async function read({ number, text, title, published, outlet }: Order): Promise<void> {
  try {
    knowledge ??= load();
    const ready = await knowledge;
    const start = performance.now();
    const article: Article = { text, title, published, outlet };
    const record = readArticle(article, ready);
    const received = title === undefined ? text : `${title}\n\n${text}`;
    say({ kind: "record", number, record, received, milliseconds: performance.now() - start });
  } catch (error) {
    knowledge = null;
    say({ kind: "failed", number, message: error instanceof Error ? error.message : "The text could not be read." });
  }
}

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  void read(data);
});
