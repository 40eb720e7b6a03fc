import { itemsOf, membersOf, texts, textsOf } from './places.ts';
import type { StatementPlace } from './places.ts';
import { complaint } from './problem.ts';
import type { Complaint } from './problem.ts';

/**
 * OIDC issuers that many customers share: a role that trusts one is not saved unless it tests who is calling (IAM User
 * Guide, identity providers and controls for shared OIDC providers). The list holds the issuers whose address we could
 * check; AWS's has more.
 */
const SHARED: ReadonlyMap<string, 'sub' | 'aud'> = new Map([
  ['token.actions.githubusercontent.com', 'sub'],
  ['gitlab.com', 'sub'],
  ['app.terraform.io', 'sub'],
  ['agent.buildkite.com', 'sub'],
  ['cognito-identity.amazonaws.com', 'aud'],
]);

const TESTING: readonly string[] = ['StringEquals', 'StringLike', 'StringEqualsIgnoreCase'];

/** What is missing in a trust policy for a shared provider: a test of its required claim that is not a bare wildcard. */
export function sharedProviderRule(statement: StatementPlace): readonly Complaint[] {
  const [effect] = textsOf(statement, 'Effect');
  const principal = statement.elements.get('Principal');
  const federated = principal && membersOf(principal).get('Federated');
  if (!federated || effect?.node.value !== 'Allow') return [];
  return texts(federated).flatMap((provider) => {
    const { value } = provider.node;
    const host = value.slice(
      value.indexOf('oidc-provider/') + (value.includes('oidc-provider/') ? 14 : 1),
    );
    const claim = SHARED.get(host);
    if (!claim || testsClaim(statement, `${host}:${claim}`)) return [];
    const fix = `Add a condition on ${host}:${claim}, such as "StringEquals": {"${host}:${claim}": "…"}.`;
    return [complaint(provider, 'shared-provider', fix, { name: `${host}:${claim}`, value })];
  });
}

function testsClaim({ elements }: StatementPlace, key: string): boolean {
  const condition = elements.get('Condition');
  const blocks = condition ? [...membersOf(condition)] : [];
  return blocks.some(([operator, block]) => {
    const tested = [...membersOf(block)].filter(
      ([name]) => name.toLowerCase() === key.toLowerCase(),
    );
    return (
      isTest(operator) &&
      tested.some(([, values]) =>
        itemsOf(values).every(({ node }) => node.kind === 'string' && node.value !== '*'),
      )
    );
  });
}

const isTest = (operator: string): boolean =>
  TESTING.includes(operator.slice(operator.indexOf(':') + 1));
