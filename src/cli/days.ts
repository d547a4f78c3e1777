import { daysOf } from "../engine/base/day.js";

/** Whether a value of `--published` names a day, month or year that there is. */
export function isPublicationDay(value: string): boolean {
  return daysOf(value) !== null;
}
