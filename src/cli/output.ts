/** Where records go: standard output, written whole and no faster than the reader takes them. */
export interface Output {
  /** Writes a piece, waiting while the reader is behind. Does nothing once the reader has gone. */
  write(text: string | Uint8Array): Promise<void>;
  /** Whether the reader has gone (`| head`): there is no use in going on. */
  readonly closed: boolean;
}

/** Opens a stream as output. A reader that closes early ends it quietly; any other trouble with it is thrown by `write`. */
export function openOutput(stream: NodeJS.WritableStream): Output {
  let closed = false;
  stream.on("error", (error) => {
    closed ||= isGone(error); // any other is thrown by `write`
  });
  return {
    get closed() {
      return closed;
    },
    async write(text) {
      if (text.length === 0 || closed) return;
      const error = await written(stream, text);
      if (error === null) return;
      if (!isGone(error)) throw error;
      closed = true;
    },
  };
}

/** Whether nobody reads any more. */
function isGone({ code }: NodeJS.ErrnoException): boolean {
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Settled when a piece was taken, with what went wrong: a full disk is told here alone. */
function written(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    stream.write(text, (error) => resolve(error ?? null));
  });
}
