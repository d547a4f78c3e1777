import { createContext, use, useMemo } from "react";
import type { Meta } from "./contract.js";

/** The ledger in short, and words for codes of countries. `null` until the server has answered. */
export const MetaContext = createContext<Meta | null>(null);

export function useMeta(): Meta | null {
  return use(MetaContext);
}

/** Gives the name of a country by its code; the code itself where it is not known. */
export function useCountryNames(): (code: string) => string {
  const meta = useMeta();
  return useMemo(() => {
    const names = new Map(meta?.codes.countries.map(({ code, words }) => [code, words]));
    return (code) => names.get(code) ?? code;
  }, [meta]);
}
