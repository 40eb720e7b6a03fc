const MOST = 256;

/** Remembers what was made, by its label, for a while: a run that is replayed makes the same again and again. */
export function remembered<Input, T>(
  make: (input: Input) => T,
  labelOf: (input: Input) => string,
): (input: Input) => T {
  const known = new Map<string, T>();
  return (input) => {
    const label = labelOf(input);
    const found = known.get(label);
    if (found !== undefined) return found;
    const made = make(input);
    if (known.size >= MOST) known.clear();
    known.set(label, made);
    return made;
  };
}
