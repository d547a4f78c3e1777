import { join } from "node:path";
import {
  type Example,
  isKeptLabel,
  labelledExamples,
  laterExamples,
  laterLabels,
  numberOf,
  writtenExamples,
} from "./examples.js";
import { data, project } from "./tools.js";
import { type Labels, labelsOf } from "./write-examples.js";

/** What the readers of the manual's habit learn. */
export interface ManualData {
  /** Written sentences, then pairs of real ones, none of them measured on; for its code each has its event with its code. */
  readonly examples: readonly Example[];
  /** Whether an example is a written sentence. */
  isWritten(example: Example): boolean;
  readonly labels: Labels;
  /** Sentences that were left out, as they are. */
  readonly apart: readonly Example[];
}

const NOTHING = "NONE";

/** With an event's code goes its event: some codes are of two. */
const joint = (example: Example): Example =>
  ({ ...example, cameo: example.event === NOTHING ? NOTHING : `${example.event} ${example.cameo}` }); // biome-ignore format: one line reads best

/** @param apart One later sentence in so many is left out; 0 for none. */
export function manualData(apart: number): ManualData {
  const written = join(project, "data", "written");
  const later = laterExamples(written);
  const isApart = ({ marked }: Example): boolean => apart > 0 && numberOf(marked) % apart === 0;
  const labelled = join(project, "data", "labels");
  /** Without the sentences that are measured on, in whichever table they stand. */
  const real = [...laterLabels(labelled, data), ...labelledExamples(labelled, data)]
    .filter((example) => !isKeptLabel(example))
    .map(joint);
  const first = writtenExamples(written).map(joint);
  const examples = [...first, ...later.filter((example) => !isApart(example)).map(joint), ...real];
  const { cameo, mode } = labelsOf(examples);
  const isReal = new Set(real);
  return {
    examples,
    isWritten: (example) => !isReal.has(example),
    labels: { cameo: [...cameo, NOTHING], mode },
    apart: later.filter(isApart),
  };
}
