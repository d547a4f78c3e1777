/** What the API gives: the server's contract, types alone. */
export type * from "../../server/api/index.js";
