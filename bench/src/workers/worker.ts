/** What the workers share. */

export const input = <T>(): T => JSON.parse(process.argv[2] ?? 'null');

export const tell = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** What scans leave behind, so that nothing of them can be optimised away. */
export const sink = { sum: 0 };

/** The floor of every analysis: an empty scan of the text. */
export function scan(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink.sum ^= sum;
}

/** A flat copy that the engine knows nothing of yet. */
export const copy = (bytes: Buffer): string => bytes.toString('utf16le');

/** Milliseconds that a call takes. */
export function time(call: () => unknown): number {
  const from = performance.now();
  call();
  return performance.now() - from;
}
