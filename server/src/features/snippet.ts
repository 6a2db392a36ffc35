/** A snippet of pieces: every other one, from the second, is a placeholder that stands there until it is written over. */
export function asSnippet(pieces: readonly string[]): string {
  let stop = 0;
  return pieces
    .map((piece, i) => {
      const words = piece.replace(/[\\$}]/g, '\\$&');
      return i % 2 === 0 ? words : `\${${++stop}:${words}}`;
    })
    .join('');
}
