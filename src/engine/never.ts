/** Ends a switch over a closed union: a missing case does not compile. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}

/** The value, or a thrown promise: for what a caller guaranteed and the compiler cannot see. */
export function promised<T>(value: T | undefined, promise: string): T {
  if (value === undefined) throw new Error(`Broken promise: ${promise}`);
  return value;
}
