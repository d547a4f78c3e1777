import { InvalidArgumentError } from "commander";
import { parseDay } from "../engine/base/day.js";
import { isPublicationDay } from "./days.js";

/** Values of options, checked as they are read. Each throws InvalidArgumentError, which names the option. */

export function countOf(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError("A whole number from 1 on.");
  return Number(value);
}

export function offsetOf(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError("A whole number from 0 on.");
  return Number(value);
}

export function dayOf(value: string): string {
  if (!isPublicationDay(value)) throw new InvalidArgumentError("A day is YYYY-MM-DD; YYYY-MM and YYYY are taken too.");
  return value;
}

export function wholeDayOf(value: string): string {
  if (parseDay(value) === null) throw new InvalidArgumentError("A day is YYYY-MM-DD.");
  return value;
}

/** Days of a span: `30d`, `30`, `4w`. */
export function spanOf(value: string): number {
  const match = /^([1-9]\d{0,3})([dw]?)$/.exec(value);
  const days = Number(match?.[1]) * (match?.[2] === "w" ? 7 : 1);
  if (match === null || days > MOST_DAYS)
    throw new InvalidArgumentError(`Days from 1 to ${MOST_DAYS}: 30d, or weeks: 4w.`);
  return days;
}

/** Days of a year: further ahead an occasion would come twice. */
const MOST_DAYS = 366;

export function portOf(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 (any that is free) to 65535.");
  return Number(value);
}

/** The values of an option that may be given several times. */
export function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
