/** Messages for a person on standard error, with a line of progress where they watch and there is much to do. */
export interface Messages {
  /** Says one thing. */
  say(message: string): void;
  /** Counts an article, or whatever is counted; shows the count now and then. */
  count(): void;
  /** Takes the line of progress away. */
  finish(): void;
}

/** From this many articles on, progress is worth a line. */
const MANY = 25;
/** Time between two changes of the line, in milliseconds. */
const EVERY = 200;

/**
 * @param stream Standard error.
 * @param watched Whether progress may be shown: `stream` is a terminal, and records go elsewhere.
 * @param counted What is counted.
 */
export function openMessages(stream: NodeJS.WriteStream, watched: boolean, counted = "articles"): Messages {
  const started = performance.now();
  let [count, shownAt, shown] = [0, 0, false];
  stream.on("error", () => undefined); // nobody is left to be told
  const clear = (): void => {
    if (shown) stream.write("\r\u001b[K");
    shown = false;
  };
  return {
    say(message) {
      clear();
      stream.write(`readout: ${printable(message)}\n`);
    },
    count() {
      count++;
      const now = performance.now();
      if (!watched || count < MANY || now - shownAt < EVERY) return;
      shownAt = now;
      shown = true;
      const rate = Math.round(count / ((now - started) / 1000));
      stream.write(`\r\u001b[Kreadout: ${count} ${counted}, ${rate} a second`);
    },
    finish: clear,
  };
}

/** Names of files and inputs may hold anything: control characters could rewrite the terminal. */
function printable(message: string): string {
  return message.replace(/\p{Cc}/gu, "\ufffd");
}
