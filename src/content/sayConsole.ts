import type { ApiCall } from '#engine/api/acts.ts';
import { operationOf } from '#engine/api/services.ts';
import { nameOf } from '#engine/arn.ts';
import { credentialsOf } from '#engine/credentials.ts';
import type { ConsoleLogin, GetSigninToken } from '#engine/signin/acts.ts';
import type { World } from '#engine/world.ts';

import type { Said } from './ruleText.ts';
import type { Names } from './subjects/subject.ts';
import { spokenLength, timeBeside } from './words.ts';

/** Calls to any service and the way into the console, in words. */

type Asking = ApiCall | GetSigninToken | ConsoleLogin;

/** What is asked, and by whom. */
export function sayAsking(act: Asking, { who, to }: Names, world: World): Said {
  switch (act.kind) {
    case 'call': {
      const { operation, service } = operationOf(act);
      const place = service.isGlobal ? '' : ` in ${act.region}`;
      return {
        label: `${operation}${sayResource(act)}${place}`,
        title: `${who} calls ${operation}`,
        caption: `${who} signs a call to ${operation} with ${signerOf(act, world)} and sends it to ${to}.`,
        because: `The action that policies decide is ${act.action}.`,
      };
    }
    case 'signin:getSigninToken': {
      const { sessionDuration } = act;
      return {
        label: `getSigninToken${sessionDuration === undefined ? '' : ` · ${sessionDuration} s`}`,
        title: `${who} asks for a console session`,
        caption: `${who} sends the session’s key id, secret and token to ${to} and asks for a sign-in token.`,
        because:
          sessionDuration === undefined
            ? 'SessionDuration was left out, so the console session ends with the credentials.'
            : `SessionDuration is ${sessionDuration}: the console session gets a clock of its own.`,
      };
    }
    case 'signin:login':
      return {
        label: 'opens the sign-in URL',
        title: `${who} signs in to the console`,
        caption: `${who} opens the sign-in URL, and ${to} looks at the token in it.`,
        because: 'Whoever holds the URL can open it; it is good for 15 minutes.',
      };
  }
}

/** The kind of credentials that sign a call, as a sentence goes on to them. */
function signerOf({ credentials }: ApiCall, world: World): string {
  const key = credentialsOf(world, credentials);
  if (key?.kind !== 'temporary') return 'a long-term key';
  const { owner } = key;
  const session = key.isConsole ? 'console session' : 'session';
  switch (owner.kind) {
    case 'role-session':
      return `a ${session} of the role ${nameOf(owner.role)}`;
    case 'user-session':
      return `a ${session} of the user ${nameOf(owner.arn)}`;
    case 'federated-user':
      return `a ${session} of the federated user ${nameOf(owner.arn)}`;
    default:
      return `a ${session} of the root user`;
  }
}

/** The one thing a call is about, by its own name. */
function sayResource({ resources: [resource = '*', ...others] }: ApiCall): string {
  const name = resource.split(/[/:]/).at(-1) ?? '*';
  return name === '*' || others.length > 0 ? '' : ` ${name}`;
}

/** What is answered to a call that was granted. */
export function sayAnswered(act: Asking, who: string, status: number, world: World): Said {
  switch (act.kind) {
    case 'call':
      return {
        label: `${status} OK`,
        title: `${operationOf(act).operation} is done`,
        caption: `${who} answers with status ${status}.`,
        because: 'Every check passed at the moment the call arrived.',
      };
    case 'signin:getSigninToken':
      return {
        label: 'a sign-in token, good for 15 min',
        title: 'A sign-in token is issued',
        caption: `${who} answers with a sign-in token that must be used within 15 minutes.`,
        because: 'The token stands for the session; no password and no MFA is asked for.',
      };
    case 'signin:login': {
      const key = credentialsOf(world, { issuedBy: act.id });
      const token = world.signinTokens?.[act.signinToken];
      const until = key?.kind === 'temporary' ? timeBeside(key.expiresAt, key.issuedAt) : '';
      return {
        label: `console session until ${until}`,
        title: 'A console session begins',
        caption: `${who} opens the console for a session that lives until ${until}.`,
        because:
          token?.sessionDuration === undefined
            ? 'It ends with the credentials it came from.'
            : `SessionDuration asked for ${spokenLength(token.sessionDuration)}; the credentials may end before that.`,
      };
    }
  }
}
