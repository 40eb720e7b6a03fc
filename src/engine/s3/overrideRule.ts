import { s3Error } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { overridesOf } from './overrides.ts';
import type { S3Context } from './received.ts';

/** Whether every character of a text is one of ISO-8859-1. */
const isLatin = (text: string): boolean => !/[\u0100-\uffff]/.test(text);

const NOT_LATIN = 'Header value cannot be represented using ISO-8859-1.';
const UNSIGNED = 'Request specific response headers cannot be used for anonymous GET requests.';

export const overridesValid: Rule<S3Context, 's3.overrides-valid'> = {
  id: 's3.overrides-valid',
  applies: ({ received }) =>
    (received.method === 'GET' || received.method === 'HEAD') && overridesOf(received).length > 0,
  test: ({ received }) => {
    const isSigned = received.signedIn !== 'nothing';
    const parameters = overridesOf(received).map(({ parameter, value }) => ({
      name: parameter,
      value,
      constraint: isSigned ? 'can be written in ISO-8859-1' : 'comes with a signature',
      met: isSigned && isLatin(value),
    }));
    const broken = parameters.find(({ met }) => !met);
    const evidence = {
      kind: 'constraints',
      parameters,
      paths: parameters.map(({ name }) => `url:${name}` as const),
    } as const;
    if (!broken) return finding(evidence);
    if (!isSigned) return finding(evidence, s3Error('InvalidRequest', UNSIGNED, 'modelled'));
    return finding(
      evidence,
      s3Error('InvalidArgument', NOT_LATIN, 'observed', [
        ['ArgumentName', broken.name],
        ['ArgumentValue', broken.value],
      ]),
    );
  },
};
