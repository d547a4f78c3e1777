import { createRoute, z } from "@hono/zod-openapi";

/** A trouble, after RFC 9457. */
export const problem = z
  .object({
    type: z.string().openapi({ description: "what kind of trouble it is", example: "about:blank" }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "what is wrong, in words for a person" }),
    errors: z
      .array(z.object({ at: z.string(), message: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: "of a request that was not understood: what is wrong where" }),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problem>;

const trouble = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

const TROUBLES = {
  400: trouble("the request was not understood"),
  401: trouble("the token is missing or wrong"),
  403: trouble("not from this page, or not by this host's name"),
  404: trouble("there is no such thing"),
  429: trouble("too many requests"),
  500: trouble("the ledger could not be read"),
};

/** A route that reads. */
export function readRoute<
  Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(path: Path, options: { summary: string; answer: Answer; query?: Query; params?: Params }) {
  const { summary, answer, query, params } = options;
  return {
    ...createRoute({
      method: "get",
      path,
      summary,
      request: { ...(query === undefined ? {} : { query }), ...(params === undefined ? {} : { params }) },
      responses: {
        200: { description: "found", content: { "application/json": { schema: answer } } },
        304: { description: "unchanged since the ETag that was sent" },
        ...TROUBLES,
      },
    }),
    answer,
    query,
    params,
  };
}

/** A route that writes: it needs the token in `x-readout-token`, and must come from the page itself or no page at all. */
export function writeRoute<
  Path extends string,
  Answer extends z.ZodType,
  Body extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(path: Path, options: { summary: string; answer: Answer; body: Body; params?: Params }) {
  const { summary, answer, body, params } = options;
  return {
    ...createRoute({
      method: "post",
      path,
      summary,
      security: [{ token: [] }],
      request: {
        ...(params === undefined ? {} : { params }),
        body: { required: true, content: { "application/json": { schema: body } } },
      },
      responses: {
        200: { description: "done", content: { "application/json": { schema: answer } } },
        409: trouble("the ledger is being written by another process, or may not be written"),
        413: trouble("the body is too large"),
        415: trouble("the body is no JSON"),
        ...TROUBLES,
      },
    }),
    answer,
    body,
    params,
  };
}

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item).readonly(),
    next: z.string().nullable().openapi({
      description: "cursor of the next page; null after the last. It holds when items are added meanwhile",
    }),
  });
}
