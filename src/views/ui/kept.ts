/** What is loaded once and then there at once. Nothing here may need React: pages are asked for before it has come. */

/** Asks once, and marks what has come as React's `use` reads it: then nobody waits, not even for a moment. */
export function kept<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    if (asked) return asked;
    const promise = ask();
    promise.then(
      (value) => Object.assign(promise, { status: 'fulfilled', value }),
      // Whoever uses it will see.
      () => {},
    );
    asked = promise;
    return promise;
  };
}

/** The same for each of many things. */
export function keptFor<Key extends object, Value>(
  ask: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const known = new WeakMap<Key, () => Promise<Value>>();
  return (key) => {
    const load = known.get(key) ?? kept(() => ask(key));
    known.set(key, load);
    return load();
  };
}
