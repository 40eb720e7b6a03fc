import { nameOf, rootArn, sessionArn, userArn } from '#engine/arn.ts';
import { credentialsOf } from '#engine/credentials.ts';
import { principalAccount } from '#engine/principal.ts';
import type { Principal } from '#engine/principal.ts';
import type { Trace } from '#engine/trace.ts';
import type { AccessKey } from '#engine/world.ts';

import type { Misconception } from '../misconception.ts';
import { naming } from '../questions/claim.ts';
import type { Claim } from '../questions/claim.ts';
import { endWorld } from '../questions/runFacts.ts';

/** Wrong ideas of whose name the last call of a run bears. */

function keyIn(trace: Trace): AccessKey | undefined {
  const act = trace.steps.at(-1)?.act;
  return act && 'credentials' in act && act.credentials
    ? credentialsOf(endWorld(trace), act.credentials)
    : undefined;
}

/** The key that signed the call in which a session was issued. */
function openerOf(trace: Trace, key: AccessKey): AccessKey | undefined {
  if (key.kind !== 'temporary') return undefined;
  const act = trace.steps.find(({ act: { id } }) => id === key.issuedBy)?.act;
  return act && 'credentials' in act && act.credentials
    ? credentialsOf(endWorld(trace), act.credentials)
    : undefined;
}

/** What is claimed of whoever signed the last call. */
const ofCaller = (
  trace: Trace,
  claims: (owner: Principal, key: AccessKey) => readonly Claim[],
): readonly Claim[] => {
  const key = keyIn(trace);
  return key ? claims(key.owner, key) : [];
};

export const CALLER_IDEAS = {
  'sessions-go-by-their-role': {
    belief: 'A session is recorded as its role.',
    truth: 'The ARN of a session names the role and the session, in the service sts.',
    trap: 'C16',
    about: ['caller'],
    expects: (trace) =>
      ofCaller(trace, (owner) => (owner.kind === 'role-session' ? [naming(owner.role)] : [])),
  },
  'sessions-go-by-their-opener': {
    belief: 'What a session does is recorded as done by whoever opened it.',
    truth: 'The caller is the session itself. Who opened it stands in another record.',
    trap: 'C16',
    about: ['caller'],
    expects: (trace) =>
      ofCaller(trace, (_, key) => {
        const owner = openerOf(trace, key)?.owner;
        if (owner?.kind === 'user') return [naming(owner.arn)];
        return owner?.kind === 'role-session'
          ? [naming(sessionArn(owner.role, owner.sessionName))]
          : [];
      }),
  },
  'session-names-are-users': {
    belief: 'The session name is the name of an IAM user.',
    truth: 'Whoever opens a session may choose its name. No user has to be called so.',
    trap: 'C16',
    about: ['caller'],
    expects: (trace) =>
      ofCaller(trace, (owner) => {
        const account = principalAccount(owner);
        return owner.kind === 'role-session' && account !== undefined
          ? [naming(userArn(account, owner.sessionName))]
          : [];
      }),
  },
  'user-sessions-have-names': {
    belief: 'A session of a user has an ARN of its own.',
    truth: 'Key and session of a user bear the same ARN, that of the user.',
    trap: 'A2',
    about: ['caller'],
    expects: (trace) =>
      ofCaller(trace, (owner) => {
        const account = principalAccount(owner);
        return (owner.kind === 'user-session' || owner.kind === 'user') && account !== undefined
          ? [naming(`arn:aws:sts::${account}:federated-user/${nameOf(owner.arn)}`)]
          : [];
      }),
  },
  'calls-go-by-their-account': {
    belief: 'A call is recorded as one of the account.',
    truth: 'The ARN that ends in :root stands for the root user, who takes no part here.',
    about: ['caller'],
    expects: (trace) =>
      ofCaller(trace, (owner) => {
        const account = principalAccount(owner);
        return account !== undefined && owner.kind !== 'root' && owner.kind !== 'root-session'
          ? [naming(rootArn(account))]
          : [];
      }),
  },
} as const satisfies Record<string, Misconception>;
