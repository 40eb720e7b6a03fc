import { decodeMessage } from '#engine/sts/authorizationMessage.ts';
import type {
  AssumeRoleWithWebIdentity,
  DecodeAuthorizationMessage,
  GetWebIdentityToken,
} from '#engine/sts/acts.ts';
import { TOKEN_DURATION } from '#engine/sts/limits.ts';
import { parseWebToken } from '#engine/sts/webToken.ts';

import type { Said } from './ruleText.ts';
import { spokenLength } from './words.ts';

/** What tokens and sealed messages say, in words. */

/** Whom a web identity token speaks of. */
export function sayTokenSubject({ webIdentityToken }: AssumeRoleWithWebIdentity): string {
  const token = parseWebToken(webIdentityToken);
  return token
    ? `The token takes the place of credentials; its subject is “${token.subject}”.`
    : 'The token takes the place of credentials.';
}

/** A token for an outside service, as STS hands it out. */
export const sayOutboundToken = (
  { audience, durationSeconds = TOKEN_DURATION }: GetWebIdentityToken,
  who: string,
): Said => ({
  label: `a signed token, good for ${spokenLength(durationSeconds)}`,
  title: 'A token for the world outside',
  caption: `${who} signs a token for “${audience.join(', ')}” that lives for ${spokenLength(durationSeconds)}.`,
  because:
    'Its subject is the role, not the session; it cannot be traded back for AWS credentials.',
});

/** What was in a sealed message: the verdict, and the statements that match by a Deny. */
export function sayDecoded({ encodedMessage }: DecodeAuthorizationMessage, who: string): Said {
  const { explicitDeny, matchedStatements, context } = readMessage(encodedMessage);
  const names = matchedStatements.items.map(({ statementId }) => `“${statementId}”`);
  const sids = names.filter((name) => name !== '“”');
  return {
    label: explicitDeny ? '200 OK: an explicit deny' : '200 OK: no statement allowed it',
    title: explicitDeny ? 'It was an explicit deny' : 'Nothing allowed it',
    caption: `${who} opens the message: ${context.action} was refused on ${context.resource}.`,
    because: explicitDeny
      ? `A statement denied it explicitly${sids.length > 0 ? `: ${sids.join(', ')}` : ''}.`
      : 'No statement denied it, and none allowed it.',
  };
}

interface Message {
  readonly explicitDeny: boolean;
  readonly matchedStatements: { readonly items: readonly { readonly statementId: string }[] };
  readonly context: { readonly action: string; readonly resource: string };
}

/** STS has decoded it, so it is one that this engine has encoded. */
const readMessage = (encoded: string): Message =>
  JSON.parse(decodeMessage(encoded) ?? '') as Message;
