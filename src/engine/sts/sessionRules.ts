import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import type { StsContext } from './context.ts';
import { inherited, sessionRequest } from './sessionRequest.ts';

/** STS's checks of what a session is to carry: tags and a source identity. */

/** The keys that stand in a list more than once, compared without case. */
function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => {
    const isSeen = seen.has(key.toLowerCase());
    seen.add(key.toLowerCase());
    return isSeen;
  });
}

const isAmong = (key: string, keys: readonly string[]): boolean =>
  keys.some((each) => each.toLowerCase() === key.toLowerCase());

/** Made where the call brings tags. */
export const tagsConsistent: Rule<StsContext, 'sts.tags-consistent'> = {
  id: 'sts.tags-consistent',
  applies: ({ act }) => {
    const { tags, transitiveTagKeys } = sessionRequest(act);
    return tags.length > 0 || transitiveTagKeys.length > 0;
  },
  test: (context) => {
    const { tags, transitiveTagKeys } = sessionRequest(context.act);
    const keys = tags.map(({ key }) => key);
    const handedDown = Object.keys(inherited(context).tags);
    const found: readonly (readonly [keys: readonly string[], message: string])[] = [
      [repeated(keys), 'Duplicate tag keys found. Please note that Tag keys are case insensitive.'],
      [
        transitiveTagKeys.filter((key) => !isAmong(key, keys)),
        'The specified transitive tag key must be included in the requested tags.',
      ],
      [
        keys.filter((key) => isAmong(key, handedDown)),
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
      ],
    ];
    const [wrong = [], message = ''] = found.find(([some]) => some.length > 0) ?? [];
    const paths = [actField(context.act, 'tags'), actField(context.act, 'transitiveTagKeys')];
    return finding(
      { kind: 'absence', found: wrong, paths },
      wrong.length > 0 ? stsError('InvalidParameterValue', message, 'observed') : undefined,
    );
  },
};

/** Made where the caller's session has a source identity already. */
export const sourceIdentityKept: Rule<StsContext, 'sts.source-identity-kept'> = {
  id: 'sts.source-identity-kept',
  applies: (context) => inherited(context).sourceIdentity !== undefined,
  test: (context) => {
    const expected = inherited(context).sourceIdentity ?? '';
    const actual = sessionRequest(context.act).sourceIdentity ?? expected;
    const error: AwsError | undefined =
      actual === expected
        ? undefined
        : stsError(
            'AccessDenied',
            'The source identity of the calling session cannot be changed.',
            'modelled',
          );
    return finding(
      {
        kind: 'equality',
        what: 'SourceIdentity',
        expected,
        actual,
        paths: [actField(context.act, 'sourceIdentity'), actField(context.act, 'credentials')],
      },
      error,
    );
  },
};
