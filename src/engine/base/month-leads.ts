/** Words behind which the name of a month is one, whatever follows: “in [May] Macron visited …”. */
export const MONTH_LEADS: readonly string[] = "in since until during through last this next early late mid".split(" ");
