import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { lengthOf } from "../../engine/document/document.js";
import type { Article } from "../../engine/document/types.js";
import { MAX_TEXT } from "../../intake/files.js";

/** An article on its way to a worker. */
export interface Sent {
  /** Where it came from: file and line, feed, address. */
  readonly name: string;
  readonly article: Article;
}

/** Form of the messages; raised when they change in a way that older workers do not understand. */
const FORM = 1;
/** Longest message unpacked, in bytes: the longest article with every character escaped. A packed bomb ends here. */
const MAX_UNPACKED = 8 * MAX_TEXT;
/** Texts are packed fast rather than small: half of the gain for a third of the time. */
const LEVEL = 3;

const field = z.string().optional();
const schema = z.object({
  form: z.literal(FORM),
  name: z.string(),
  article: z
    .object({ id: field, title: field, text: z.string(), published: field, url: field, outlet: field, language: field })
    .refine((article) => lengthOf(article) <= MAX_TEXT, "over 5 MB of text"),
});

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** An article as the bytes of a message. */
export function packArticle({ name, article }: Sent): Promise<Uint8Array> {
  return pack(JSON.stringify({ form: FORM, name, article }), { level: LEVEL });
}

/** The article in a message. @throws Error, in words, when it holds none. */
export async function unpackArticle(bytes: Uint8Array): Promise<Sent> {
  const text = await unpack(bytes, { maxOutputLength: MAX_UNPACKED }).catch(() => {
    throw new Error("not a packed article (gzip)");
  });
  const result = schema.safeParse(parseJson(text.toString("utf8")));
  if (!result.success) throw new Error(`not an article: ${reasonOf(result.error)}`);
  const { name, article } = result.data;
  return { name, article };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("not an article: not JSON");
  }
}

function reasonOf({ issues: [first] }: z.ZodError): string {
  return first === undefined ? "of another form" : `${first.path.join(".")}: ${first.message}`;
}
