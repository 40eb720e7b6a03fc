import type { SendForm, SignForm } from '#engine/act.ts';
import { credentialsOf, signerOf } from '#engine/credentials.ts';
import { fieldsSent, receiveForm } from '#engine/s3/formReceived.ts';
import { postForm } from '#engine/s3/postForm.ts';
import { promised } from '#engine/never.ts';
import { formatScope } from '#engine/sigv4/credentialScope.ts';
import { clockOf } from '#engine/world.ts';
import type { World } from '#engine/world.ts';

import type { Value } from './apiOperation.ts';
import { argumentLines, signingClient } from './boto3.ts';
import type { Commands } from './command.ts';
import { signingScript } from './openssl.ts';
import { broken, word } from './shell.ts';

/** A browser’s upload form: signed by boto3 and openssl, and sent by curl. */

/** The commands that sign a form. */
export function signFormCommands(world: World, act: SignForm): Commands {
  const key = promised(credentialsOf(world, act.credentials), 'a form is signed with a key');
  const signer = signerOf(key);
  const fields = Object.entries(act.fields ?? {});
  const { signed } = postForm({
    bucket: act.bucket,
    key: act.key,
    region: act.region,
    date: clockOf(world, act.by),
    expires: act.expires,
    signer,
    fields,
    conditions: act.conditions ?? [],
  });
  const conditions: readonly Value[] = [
    ...fields.map(([name, value]) => ({ [name]: value })),
    ...(act.conditions ?? []),
  ];
  const values = argumentLines({
    Bucket: act.bucket,
    Key: act.key,
    ...(fields.length > 0 && { Fields: Object.fromEntries(fields) }),
    ...(conditions.length > 0 && { Conditions: conditions }),
    ExpiresIn: act.expires,
  });
  const text = [
    ...signingClient(signer, act.region),
    `print(client.generate_presigned_post(\n${values}))`,
  ].join('\n');
  const openssl = signingScript({
    secretAccessKey: signer.secretAccessKey,
    stringToSign: signed.stringToSign,
    scope: formatScope(signed.scope),
    prints: '"$SIGNATURE"',
  });
  return {
    kind: 'commands',
    commands: [
      { tool: 'boto3', text },
      { tool: 'openssl', text: openssl },
    ],
    notes: [
      'The AWS CLI has no command that signs a form.',
      'boto3 takes the clock of its own machine and orders the policy in its own way, so its signature is another.',
      'The openssl lines print the form’s x-amz-signature: what is signed is the policy in base64.',
    ],
  };
}

/** The form as curl sends it: fields to the letter, the file last. */
export function sendFormCommands(world: World, act: SendForm): Commands {
  const { received } = receiveForm(world, act);
  const signed = promised(world.forms?.[act.form], 'a form is signed before it is sent');
  const field = act.enctype === undefined ? '--form-string' : '--data-urlencode';
  const file =
    act.enctype === undefined
      ? `--form ${word(`file=@${act.file.name}`)}`
      : `--data-urlencode ${word(`file=${act.file.body}`)}`;
  return {
    kind: 'commands',
    commands: [
      {
        tool: 'curl',
        text: broken([
          'curl',
          ...fieldsSent(signed, act).map(([name, value]) => `${field} ${word(`${name}=${value}`)}`),
          file,
          word(`https://${received.host}/`),
        ]),
      },
    ],
    notes: ['A browser sends the same when somebody chooses a file and presses the button.'],
  };
}
