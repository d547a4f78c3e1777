/** The ledger: what it can be asked (`Ledger`), and how one is opened. */
export { StoreError, type StoreFault } from "./errors.js";
export type * from "./lookups/types.js";
export {
  type ConnectionSettings,
  DEFAULT_LEDGER,
  migrateLedger,
  type OpenMode,
  openLedger,
} from "./open.js";
export type * from "./pages/index.js";
export type * from "./port.js";
export { actorKey } from "./rows/index.js";
export { isPostgres, shownName } from "./shown-name.js";
