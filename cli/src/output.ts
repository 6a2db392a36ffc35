/** Where a command writes. Statuses are left in `process.exitCode`: leaving at once would cut what is still to be written. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const enough = 64 * 1024;

/** stdout in pieces of some size (a write for every line would take longer than the checking), stderr at once. */
export class BufferedOutput implements Output {
  private pending = '';

  readonly out = (text: string): void => {
    this.pending += text;
    if (this.pending.length >= enough) this.flush();
  };

  readonly err = (text: string): void => {
    process.stderr.write(text);
  };

  flush(): void {
    if (this.pending !== '') process.stdout.write(this.pending);
    this.pending = '';
  }
}
