/** Where a command writes. Statuses are left in `process.exitCode`: leaving at once would cut what is still to be written. */
export interface Output {
  readonly out: (text: string) => void;
  /** A line for people, without its break. */
  readonly err: (line: string) => void;
}

/** Control and direction characters of drafts, configs and file names must not reach the terminal: they could rewrite what it shows. */
const unprintable = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
export const printable = (text: string): string => text.replace(unprintable, '\ufffd').replaceAll('\t', '  ');

const enough = 64 * 1024;

/** stdout in pieces of some size (a write for every line would take longer than the checking), stderr at once. */
export class BufferedOutput implements Output {
  private pending = '';

  readonly out = (text: string): void => {
    this.pending += text;
    if (this.pending.length >= enough) this.flush();
  };

  readonly err = (line: string): void => {
    process.stderr.write(`${printable(line)}\n`);
  };

  flush(): void {
    if (this.pending !== '') process.stdout.write(this.pending);
    this.pending = '';
  }
}
