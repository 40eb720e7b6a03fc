import fc from 'fast-check';

const TYPES = /** @type {const} */ ([
  'identity',
  'boundary',
  'session',
  'trust',
  'bucket',
  'service-control',
  'resource-control',
]);

const SCRAPS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '\\',
  '\\u00',
  '\\ud800',
  '"Version":"2012-10-17"',
  '"Statement":',
  '"Effect":"Allow"',
  '"Action":"*"',
  '"Resource":"${aws:username',
  '"Principal":{"AWS":',
  '"Condition":{"StringEquals":{"aws:x":',
  '"__proto__":{}',
  '"constructor":1',
  '1e999',
  '-0',
  'null',
  'true',
  '/*',
  '\u0000',
  '\ufeff',
  '\u2028',
  '\ud800',
  '🗝',
  '['.repeat(2000),
  '{"a":'.repeat(2000),
  ' '.repeat(5000),
];

/** Where a text is broken: cut, or with something put into it. */
const breakage = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.nat(20),
  scrap: fc.oneof(fc.constant(''), fc.constantFrom(...SCRAPS), fc.string({ unit: 'binary' })),
});

/** Texts that no parser of policies should meet unprepared. @param {fc.Arbitrary<unknown>} document */
export const hostileText = (document) =>
  fc.record({
    type: fc.constantFrom(...TYPES),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.array(fc.constantFrom(...SCRAPS), { maxLength: 12 }).map((scraps) => scraps.join('')),
      fc.tuple(document, fc.array(breakage, { maxLength: 3 })).map(([value, breakages]) => {
        let text = JSON.stringify(value);
        for (const { where, length, scrap } of breakages) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + scrap + text.slice(at + length);
        }
        return text;
      }),
    ),
  });
