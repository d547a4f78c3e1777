/** A row or file of `data/` that breaks its rules. The message names file and line. */
export class DataError extends Error {
  override readonly name = "DataError";
  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${file}:${line}: ${problem}`);
  }
}

/** An article or file that cannot be read. `code` is stable, the message is for a person. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
