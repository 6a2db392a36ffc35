/**
 * What follows from an object that never changes: made when it is first asked for, and kept as long as the object is. It is kept in
 * the object itself, unseen: the table of a `WeakMap` is old, and what it holds outlives every young collection, the report that it
 * was made from with it.
 */
export function remembered<Of extends object, T extends object>(make: (of: Of) => T): (of: Of) => T {
  const known = Symbol(make.name);
  return (of) => {
    const kept = (of as { readonly [known]?: T })[known];
    if (kept) return kept;
    const made = make(of);
    Object.defineProperty(of, known, { value: made });
    return made;
  };
}
