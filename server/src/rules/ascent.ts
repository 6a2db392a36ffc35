/** The most things that stand in ascending order: the others are out of place. Of as many, the first. */
export function longestAscent<T>(things: readonly T[], numberOf: (thing: T) => number): Set<T> {
  // Mostly all of them do.
  if (things.every((thing, i) => i === 0 || numberOf(things[i - 1]!) <= numberOf(thing))) return new Set(things);
  interface Chain {
    readonly length: number;
    readonly last: T;
    readonly before: Chain | undefined;
  }
  // For each number, the longest ascent that ends in it so far.
  const best = new Map<number, Chain>();
  const longestUpTo = (number: number): Chain | undefined => {
    let found: Chain | undefined;
    for (const [at, chain] of best) if (at <= number && (!found || chain.length > found.length)) found = chain;
    return found;
  };
  for (const last of things) {
    const number = numberOf(last);
    const before = longestUpTo(number);
    const length = (before?.length ?? 0) + 1;
    if (length > (best.get(number)?.length ?? 0)) best.set(number, { length, last, before });
  }
  const ascent = new Set<T>();
  for (let at = longestUpTo(Number.POSITIVE_INFINITY); at; at = at.before) ascent.add(at.last);
  return ascent;
}
