import { existsSync } from "node:fs";
import { migrateLedger, openLedger, shownName } from "../store/index.js";
import { STATUS } from "./status.js";

/** Runs `readout ledger check`. */
export async function checkLedger(name: string): Promise<number> {
  const ledger = await openLedger(name, "read");
  try {
    const wrong = await ledger.check();
    const { documents, events } = await ledger.counts();
    for (const line of wrong) process.stdout.write(`${line}\n`);
    process.stdout.write(
      `${ledger.name}: ${documents} documents, ${events} events, ${wrong.length === 0 ? "sound" : `${wrong.length} faults`}\n`,
    );
    return wrong.length === 0 ? STATUS.read : STATUS.failed;
  } finally {
    await ledger.close();
  }
}

/** Runs `readout ledger backup`. */
export async function backUp(name: string, file: string): Promise<number> {
  if (existsSync(file)) {
    process.stderr.write(`readout: ${file}: is there already; nothing was written\n`);
    return STATUS.misused;
  }
  const ledger = await openLedger(name, "read");
  try {
    await ledger.backup(file);
    process.stdout.write(`${ledger.name}: copied to ${file}\n`);
    return STATUS.read;
  } finally {
    await ledger.close();
  }
}

/** Runs `readout ledger migrate`. */
export async function bringUpToDate(name: string): Promise<number> {
  const steps = await migrateLedger(name);
  process.stdout.write(
    `${shownName(name)}: ${steps.length === 0 ? "is up to date" : `brought up to date (${steps.join(", ")})`}\n`,
  );
  return STATUS.read;
}
