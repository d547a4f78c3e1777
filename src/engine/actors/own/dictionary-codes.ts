import type { OwnSpell } from "./types.js";

/** Roles of CAMEO that PLOVER calls otherwise. */
const SECTORS: ReadonlyMap<string, string> = new Map([
  ["MED", "JRN"],
  ["HLH", "MED"],
  ["INS", "REB"],
  ["SEP", "REB"],
  ["RAD", "UAF"],
  ["SET", "SOC"],
  ["NGO", "CVL"],
  ["HRI", "CVL"],
  ["ENV", "CVL"],
]);
/** Codes that stand for an organisation where CAMEO writes IGO before them. */
const ORGANISATIONS: ReadonlySet<string> = new Set(["UNO", "EUR"]);
/** Codes that older dictionaries write otherwise. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ["ROM", "ROU"],
  ["TMP", "TLS"],
  ["ZAR", "COD"],
  ["KSV", "KOS"],
]);
const CENTURY = 30; // two-digit years above are of the last century: dictionaries of 1980 to 2015 write both

/** What stands in one pair of brackets: “PSEREB 970101-061231”; in words why it cannot be read. */
export function readCode(inside: string): { readonly spell: OwnSpell; readonly agent: boolean } | string {
  const match = /^\s*(~?)([A-Za-z]+)\s*(.*?)\s*$/.exec(inside);
  const [, tilde = "", letters = "", dates = ""] = match ?? [];
  if (match === null || letters.length % 3 !== 0) return `“${inside.trim()}” is no code of three-letter parts`;
  const days = readDays(dates);
  if (days === null) return `“${dates}” is no restriction by date (YYMMDD or YYYYMMDD, with <, > or -)`;
  const parts = (letters.toUpperCase().match(/.{3}/g) ?? []).map((part) => part);
  const agent = tilde !== "";
  const [lead, next] = parts;
  const named = !agent && lead === "IGO" && next !== undefined && ORGANISATIONS.has(next);
  const code = agent ? null : named ? next : (COUNTRIES.get(lead ?? "") ?? lead ?? null);
  const sector = parts.slice(agent ? 0 : named ? 2 : 1).map((part) => SECTORS.get(part) ?? part);
  return { spell: { code, sector: [...new Set(sector)], office: null, ...days }, agent };
}

/** “>20070101” from that day, “<961231” until it, “920101-961231” between; nothing means always. */
function readDays(text: string): { readonly from: string; readonly to: string } | null {
  if (text === "") return { from: "", to: "" };
  const [, sign = "", first = "", second] = /^([<>]?)\s*(\d+)(?:\s*-\s*(\d+))?$/.exec(text) ?? [];
  const [a, b] = [dayOf(first), second === undefined ? "" : dayOf(second)];
  if (a === null || b === null || (sign === "" && second === undefined)) return null;
  if (sign === ">") return { from: a, to: "" };
  return sign === "<" ? { from: "", to: a } : { from: a, to: b };
}

/** ISO day of six or eight digits; `null` for others. Day and month 00 mean the whole month or year. */
function dayOf(digits: string): string | null {
  if (digits.length !== 6 && digits.length !== 8) return null;
  const year =
    digits.length === 8
      ? digits.slice(0, 4)
      : `${Number(digits.slice(0, 2)) > CENTURY ? "19" : "20"}${digits.slice(0, 2)}`;
  const [month, date] = [digits.slice(-4, -2), digits.slice(-2)];
  if (month === "00") return year;
  if (month > "12" || date > "31") return null;
  return date === "00" ? `${year}-${month}` : `${year}-${month}-${date}`;
}
