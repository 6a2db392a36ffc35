import type { Preferences } from './config';

/**
 * Whether a draft is to be checked. `path`: with slashes, from the folder that the patterns belong to; a pattern without a
 * slash is about a file or folder of any depth, what it says of a folder holds for all in it.
 */
export function isIncluded(path: string, { include = [], exclude = [] }: Preferences): boolean {
  const segments = path.split('/').filter((segment) => segment !== '');
  const matches = (pattern: string): boolean => matchesPath(pattern, segments);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}

function matchesPath(pattern: string, segments: readonly string[]): boolean {
  // What begins with `./` stands in this folder, as what begins with `/`.
  const wanted = pattern.replace(/^\.\//, '/').split('/');
  const anchored = wanted.some((segment, i) => segment !== '' && i < wanted.length - 1 && wanted[i + 1] !== '') || wanted[0] === '';
  const parts = wanted.filter((segment) => segment !== '');
  return parts.length > 0 && matchesFrom(anchored ? parts : ['**', ...parts], segments);
}

/** Whether the segments, or the folders that they begin with, match. `reached`: how many parts may be done with. No backtracking. */
function matchesFrom(parts: readonly string[], segments: readonly string[]): boolean {
  let reached = new Set([0]);
  const skip = (from: Set<number>): Set<number> => {
    for (const at of from) if (parts[at] === '**') from.add(at + 1);
    return from;
  };
  skip(reached);
  for (const segment of segments) {
    const next = new Set<number>();
    for (const at of reached) {
      const part = parts[at];
      if (part === '**') next.add(at);
      else if (part !== undefined && matchesName(part, segment)) next.add(at + 1);
    }
    reached = skip(next);
    if (reached.has(parts.length)) return true;
  }
  return false;
}

/** `*` stands for any characters, `?` for one. Quadratic at worst. */
function matchesName(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let star = -1;
  let from = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      from = n;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++from;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
