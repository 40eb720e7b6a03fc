import type { SendForm } from '../act.ts';
import { promised } from '../never.ts';
import type { Pair } from '../sigv4/query.ts';
import type { SignedForm, World } from '../world.ts';
import { addressOf, readAddress } from './host.ts';
import type { Received, S3Context } from './received.ts';

/** What S3's rules look at when a browser sends a form. */
export interface FormContext extends S3Context {
  readonly form: {
    /** The fields before the file, as they were sent. */
    readonly fields: readonly Pair[];
    readonly isMultipart: boolean;
  };
}

/** The names that the fields of a signature have in a query, so that the same rules read both. */
const CLAIMED: Readonly<Record<string, string>> = {
  'x-amz-algorithm': 'X-Amz-Algorithm',
  'x-amz-credential': 'X-Amz-Credential',
  'x-amz-date': 'X-Amz-Date',
  'x-amz-security-token': 'X-Amz-Security-Token',
  'x-amz-signature': 'X-Amz-Signature',
  acl: 'x-amz-acl',
};

/** The fields that are sent: those of the form with the edits applied. */
export const fieldsSent = ({ fields }: SignedForm, { edits }: SendForm): readonly Pair[] =>
  edits.reduce<readonly Pair[]>((sent, edit) => {
    const isNamed = ([name]: Pair): boolean => name.toLowerCase() === edit.name.toLowerCase();
    if (edit.kind === 'drop-field') return sent.filter((field) => !isNamed(field));
    const field: Pair = [edit.name, edit.value];
    return sent.some(isNamed) ? sent.map((one) => (isNamed(one) ? field : one)) : [...sent, field];
  }, fields);

/** The request an act sends. S3 puts the file's name into the key before it looks at anything (sigv4-HTTPPOSTForms). */
export function receiveForm(world: World, act: SendForm): FormContext {
  const signed = promised(world.forms?.[act.form], `${act.id} runs only when its form exists`);
  const fields = fieldsSent(signed, act).map(([name, value]): Pair => [
    name,
    value.replace('${filename}', act.file.name),
  ]);
  const parameters = new Map(
    fields.map(([name, value]) => [CLAIMED[name.toLowerCase()] ?? name.toLowerCase(), value]),
  );
  const key = parameters.get('key') ?? '';
  const { host } = addressOf({ ...signed, key });
  const address = promised(readAddress(host, `/${key}`), 'addresses of buckets can be read');
  const received: Received = {
    signedIn: 'form',
    method: 'POST',
    host,
    rawPath: '/',
    rawQuery: '',
    headers: [
      ['Host', host],
      ['Content-Type', act.enctype ?? `multipart/form-data; boundary=${BOUNDARY}`],
    ],
    parameters,
    body: act.file.body,
    ...(act.file.size !== undefined && { size: act.file.size }),
    ...address,
  };
  const signedPolicy = signed.fields.find(([name]) => name.toLowerCase() === 'policy')?.[1];
  return {
    world,
    received,
    form: { fields, isMultipart: act.enctype === undefined },
    ...(signedPolicy !== undefined && { signedPolicy }),
  };
}

export const BOUNDARY = 'form-boundary';
