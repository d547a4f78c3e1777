/** Exit statuses of every command. */
export const STATUS = {
  /** All inputs were read. */
  read: 0,
  /** Some input failed; what could be read was printed. */
  failed: 1,
  /** Called wrongly: nothing was done. */
  misused: 2,
  /** Stopped by Ctrl-C; the last record printed is whole. */
  stopped: 130,
} as const;
