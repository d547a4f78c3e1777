/** Forms an export of a ledger can have. */
export const EXPORT_FORMATS = ["plover", "cameo", "gdelt", "icews", "polecat", "parquet", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
