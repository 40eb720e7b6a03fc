import { credentialsOf, signerOf } from '#engine/credentials.ts';
import type { GetSigninToken } from '#engine/signin/acts.ts';
import type { World } from '#engine/world.ts';

import { cliCredentials } from './awsCli.ts';
import type { Commands } from './command.ts';
import { broken, script } from './shell.ts';

/** The trade of credentials for a sign-in token, by curl: no SDK has it. */

const SESSION = String.raw`SESSION=$(printf '{"sessionId":"%s","sessionKey":"%s","sessionToken":"%s"}' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "$AWS_SESSION_TOKEN")`;

/** The command that asks for a sign-in token. */
export function signinTokenCommands(world: World, act: GetSigninToken): Commands {
  const key = credentialsOf(world, act.credentials);
  const { sessionDuration } = act;
  const line = broken([
    'curl --get https://signin.aws.amazon.com/federation',
    '--data-urlencode Action=getSigninToken',
    ...(sessionDuration === undefined
      ? []
      : [`--data-urlencode SessionDuration=${sessionDuration}`]),
    '--data-urlencode "Session=$SESSION"',
  ]);
  return {
    kind: 'commands',
    commands: [{ tool: 'curl', text: script(cliCredentials(key && signerOf(key)), SESSION, line) }],
    notes: ['The credentials stand in the request itself. Nothing is signed.'],
  };
}
