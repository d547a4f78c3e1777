import type { Rule } from "../context.js";
import { ago } from "./ago.js";
import { dayBeside, thatPeriod } from "./anaphora.js";
import { clock, partOfDay } from "./clock.js";
import { day, dayOfRange } from "./day.js";
import { century, decade } from "./decade.js";
import { bareUnits, duration } from "./duration.js";
import { month } from "./month.js";
import { deicticPeriod, plainPeriod } from "./period.js";
import { quarter } from "./quarter.js";
import { season } from "./season.js";
import { set } from "./set.js";
import { vague } from "./vague.js";
import { year } from "./year.js";

/** All rules. At each word the longest match wins; of equally long ones the earlier in this list. */
export const RULES: readonly Rule[] = [
  set, // before day and duration: “Tuesday nights” and “$2 a year” are no single day and no stretch
  day,
  clock,
  dayBeside,
  thatPeriod,
  dayOfRange,
  ago,
  quarter, // before period and duration: “last quarter”, “year-earlier period”
  season,
  deicticPeriod, // before duration: “last week” is a date
  plainPeriod,
  month,
  decade,
  century,
  year, // before duration: a bare number is no amount
  vague, // before duration: “one day he will return”
  duration,
  bareUnits,
  partOfDay,
];
