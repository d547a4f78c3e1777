/** A line of progress on a terminal: share of the local files read, articles a second, time left. Elsewhere nothing. */
export interface Progress {
  bytes(count: number): void;
  article(): void;
  /** Takes the line away, until the next change. */
  clear(): void;
  finish(): void;
}

/** Time between two changes of the line, in milliseconds. */
const EVERY = 200;
const BAR = 24;

/** @param total Bytes of the local files; 0 where none is known, then only articles and rate are shown. */
export function openProgress(stream: NodeJS.WriteStream, total: number): Progress {
  const started = performance.now();
  const watched = stream.isTTY === true;
  let [bytes, articles, shownAt] = [0, 0, 0];
  stream.on("error", () => undefined); // nobody is left to be told
  const clear = (): void => {
    if (watched && shownAt > 0) stream.write("\r\u001b[K");
  };
  const show = (): void => {
    const time = performance.now();
    if (!watched || time - shownAt < EVERY) return;
    shownAt = time;
    stream.write(`\r\u001b[K${progressLine({ bytes, total, articles, seconds: (time - started) / 1000 })}`);
  };
  if (total > 0) show(); // the first articles may take a while
  return {
    bytes(count) {
      bytes += count;
    },
    article() {
      articles++;
      show();
    },
    clear,
    finish: clear,
  };
}

/** Counts the bytes of files, which are read ahead of the work, for the article they were read for: told when it is done. */
export class ReadAhead {
  #fresh = 0;
  readonly #waiting: number[] = [];

  readonly onBytes = (count: number): void => {
    this.#fresh += count;
  };

  async *watch<T>(inputs: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const input of inputs) {
      this.#waiting.push(this.#fresh);
      this.#fresh = 0;
      yield input;
    }
  }

  /** Bytes of the next article that is done. */
  done(): number {
    return this.#waiting.shift() ?? 0;
  }
}

/** The line for a state of things. */
export function progressLine(at: {
  readonly bytes: number;
  readonly total: number;
  readonly articles: number;
  readonly seconds: number;
}): string {
  const rate = at.seconds > 0 ? at.articles / at.seconds : 0;
  const counts = `${at.articles} ${at.articles === 1 ? "article" : "articles"}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second`;
  if (at.total === 0) return counts;
  const share = Math.min(1, at.bytes / at.total);
  const filled = Math.round(share * BAR);
  const left = share > 0.01 ? `, ${clock((at.seconds / share) * (1 - share))} left` : "";
  return `${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.floor(share * 100)} %  ${counts}${left}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
