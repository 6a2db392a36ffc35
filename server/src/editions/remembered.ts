/** What follows from an object that never changes: made when it is first asked for, and kept as long as the object is. */
export function remembered<Of extends object, T extends object>(make: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, T>();
  return (of) => {
    let made = known.get(of);
    if (!made) {
      made = make(of);
      known.set(of, made);
    }
    return made;
  };
}
