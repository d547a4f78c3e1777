/** Where records go: standard output, written whole and no faster than the reader takes them. */
export interface Output {
  /** Writes a piece, waiting while the reader is behind. Does nothing once the reader has gone. */
  write(text: string | Uint8Array): Promise<void>;
  /** Whether the reader has gone (`| head`): there is no use in going on. */
  readonly closed: boolean;
}

/** Opens a stream as output. A reader that closes early ends it quietly; any other trouble with it is thrown by `write`. */
export function openOutput(stream: NodeJS.WritableStream): Output {
  let failure: Error | null = null;
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") failure = error;
  });
  return {
    get closed() {
      return closed;
    },
    async write(text) {
      if (text.length === 0 || closed) return;
      if (!stream.write(text)) await readiness(stream);
      if (failure !== null) throw failure;
    },
  };
}

/** Waits until a stream takes more, or never will. */
function readiness(stream: NodeJS.WritableStream): Promise<void> {
  const signs = ["drain", "close", "error"] as const;
  return new Promise((resolve) => {
    const done = (): void => {
      for (const sign of signs) stream.off(sign, done);
      resolve();
    };
    for (const sign of signs) stream.on(sign, done);
  });
}
