/** Seals time, chance and network for the pure layers: the linter stops an honest mistake, this a dependency's. */
import { configureGlobal } from 'fast-check';
import { afterAll } from 'vitest';

/** Makes a stand-in that throws as soon as it is called. */
const refuse = (name: string) => (): never => {
  throw new Error(`sealed: ${name} does not exist for engine, content and study`);
};

/** A Date that works for a given instant and refuses to read the clock. */
const SealedDate = new Proxy(Date, {
  apply: refuse('Date()'),
  construct: (target, args: unknown[], newTarget) =>
    args.length === 0
      ? refuse('new Date() without an instant')()
      : (Reflect.construct(target, args, newTarget) as Date),
  get: (target, key) =>
    key === 'now' ? refuse('Date.now()') : (Reflect.get(target, key) as unknown),
});

/** A crypto of which nothing can even be read. */
const sealedCrypto = new Proxy({}, { get: (_, key) => refuse(`crypto.${String(key)}`)() });

/** Replaces one member of a host object while a file of tests runs: the next file may run in the same process. */
const seal = (host: object, name: PropertyKey, value: unknown): void => {
  const unsealed = Object.getOwnPropertyDescriptor(host, name);
  Object.defineProperty(host, name, { value, configurable: true, writable: true });
  afterAll(() => {
    if (unsealed) Object.defineProperty(host, name, unsealed);
    else Reflect.deleteProperty(host, name);
  });
};

seal(globalThis, 'Date', SealedDate);
seal(globalThis, 'crypto', sealedCrypto);
seal(globalThis, 'fetch', refuse('fetch'));
seal(Math, 'random', refuse('Math.random'));
seal(performance, 'now', refuse('performance.now'));

// Without a seed fast-check would draw one from the clock; a fixed one also makes failures reproducible.
configureGlobal({ seed: 20_261_123 });
