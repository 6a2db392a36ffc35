/** Patterns for file names, for shells that do not expand them: `*`, `?`, `[abc]`, `[!a-z]`, `{a,b}` and `**`. */

const magic = /[*?[\]{}]/;

export const hasMagic = (path: string): boolean => magic.test(path);

/** The alternatives of every `{a,b}`, written out; braces without a comma or a partner stand for themselves. */
export function expandBraces(pattern: string): string[] {
  const stack: number[] = [];
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] === '{') stack.push(i);
    if (pattern[i] !== '}' || stack.length === 0) continue;
    const open = stack.pop() as number;
    // An inner pair closes first, so that what stands between is free of pairs.
    const parts = pattern.slice(open + 1, i).split(',');
    if (parts.length < 2) continue;
    const [head, tail] = [pattern.slice(0, open), pattern.slice(i + 1)];
    return [...new Set(parts.flatMap((part) => expandBraces(head + part + tail)))];
  }
  return [pattern];
}

/** What a segment of a pattern (a name between slashes) matches. Names that begin with a dot must be asked for by a dot. */
export function matcher(segment: string): (name: string) => boolean {
  let source = '';
  for (let i = 0; i < segment.length; i++) {
    const char = segment[i] as string;
    const close = char === '[' ? segment.indexOf(']', i + 2) : -1;
    if (char === '*') {
      // One star is as good as many, and spares the matcher from trying them all.
      if (segment[i - 1] !== '*') source += '.*';
    } else if (char === '?') source += '.';
    else if (close > 0) {
      const set = segment.slice(i + 1, close).replace(/[\\\]^]/g, '\\$&');
      source += `[${set.startsWith('!') ? `^${set.slice(1)}` : set}]`;
      i = close;
    } else source += char.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  const expression = compile(source);
  const hidden = segment.startsWith('.');
  return (name) => (hidden || !name.startsWith('.')) && (expression?.test(name) ?? name === segment);
}

function compile(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    return undefined; // A set such as [z-a]: no pattern.
  }
}
