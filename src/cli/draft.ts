import { contactDossier, draftSheet } from "../desk/index.js";
import { print, withOpenLedger } from "./desk-output.js";
import { STATUS } from "./status.js";

/** Arguments of `readout draft`. */
export interface DraftArguments {
  readonly ledger: string;
  readonly id: string;
  /** `text`, `markdown` or `html`. */
  readonly to: string;
}

/** Runs `readout draft`: a communiqué by template from what the ledger holds of a contact. */
export function draft({ ledger: name, id, to }: DraftArguments): Promise<number> {
  return withOpenLedger(name, "read", async (ledger) => {
    const dossier = await contactDossier(ledger, id);
    if (dossier === null) {
      process.stderr.write(`readout: ${ledger.name}: no contact is called ${id} (readout timeline gives their ids)\n`);
      return STATUS.failed;
    }
    print(to, dossier, () => draftSheet(dossier));
    return STATUS.read;
  });
}
