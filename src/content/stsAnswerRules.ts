import { policyReason } from './policyReason.ts';
import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, spokenLength, spokenList, timeBeside } from './words.ts';

type Words = RuleWordsOf<'sts'>;

/** What STS says of the calls that name no role. */
export const STS_ANSWER_RULES: Pick<
  Words,
  | 'sts.action-allowed'
  | 'sts.tag-token-allowed'
  | 'sts.task-known'
  | 'sts.root-access-central'
  | 'sts.key-known'
  | 'sts.message-decodable'
  | 'sts.outbound-enabled'
  | 'sts.token-within-session'
  | 'sts.trade-in-known'
  | 'sts.trade-in-current'
> = {
  'sts.action-allowed': {
    name: 'permission',
    says: (evidence, passed) => ({
      label: passed ? `${evidence.action} is allowed` : 'the caller’s policies do not allow this',
      title: passed ? 'The caller may make this call' : 'The caller may not make this call',
      caption: passed
        ? 'STS reads the policies of the caller, and they let the call through.'
        : 'STS reads the policies of the caller, and they do not let the call through.',
      because: policyReason(evidence),
    }),
  },
  'sts.tag-token-allowed': {
    name: 'tagging permission',
    says: (evidence, passed) => ({
      label: passed ? 'tagging the token is allowed' : 'tagging the token is not allowed',
      title: passed ? 'The caller may tag the token' : 'The caller may not tag the token',
      caption: passed
        ? 'Tags in a web identity token take a permission of their own, and the caller has it.'
        : 'Tags in a web identity token take a permission of their own, which the caller lacks.',
      because: policyReason(evidence),
    }),
  },
  'sts.task-known': {
    name: 'root task',
    says: ({ wanted }, passed) => ({
      label: passed ? 'it is one of the five root tasks' : 'it is none of the five root tasks',
      title: passed ? 'The task is one of five' : 'The task is none of the five',
      caption: passed
        ? 'A root session is for one task, and AWS has a policy for each of five.'
        : 'A root session is for one task, and AWS has only five policies to choose from.',
      because: `The task policy is “${spokenList(wanted)}”.`,
    }),
  },
  'sts.root-access-central': {
    name: 'central root access',
    says: ({ actual }, passed) => ({
      label: passed ? 'central root access is in place' : 'no central root access from here',
      title: passed ? 'Central root access is in place' : 'Root cannot be reached from here',
      caption: passed
        ? 'The organization manages the root users of its member accounts centrally.'
        : 'Root sessions need a switch in the organization, and a caller in the right account.',
      because: passed
        ? 'The caller’s account administers central root access.'
        : `What stands in the way: ${actual}.`,
    }),
  },
  'sts.key-known': {
    name: 'key account',
    says: ({ wanted }, passed) => ({
      label: passed ? 'the key id holds an account' : 'the key id holds no account',
      title: passed ? 'The key id tells its account' : 'The key id does not tell an account',
      caption: passed
        ? 'STS tells the account of a key, whoever owns it, and nothing else about it.'
        : 'STS cannot tell an account from this key id.',
      because: `The call asks about ${spokenList(wanted)}.`,
    }),
  },
  'sts.message-decodable': {
    name: 'encoded message',
    says: (_, passed) => ({
      label: passed ? 'the message can be decoded' : 'the message cannot be decoded',
      title: passed ? 'The message is whole' : 'The message is not whole',
      caption: passed
        ? 'STS opens what another service has put into its refusal.'
        : 'STS cannot open the message; a line break or a lost character is enough.',
      because: passed
        ? 'Not a character of the message was changed.'
        : 'The text is not one that a service has encoded.',
    }),
  },
  'sts.outbound-enabled': {
    name: 'outbound federation',
    says: (_, passed) => ({
      label: passed ? 'outbound federation is on' : 'outbound federation is off',
      title: passed ? 'The account issues tokens' : 'The account does not issue tokens',
      caption: passed
        ? 'An administrator has switched outbound web identity federation on.'
        : 'An administrator must first switch outbound web identity federation on.',
      because: passed ? 'The account has an issuer of its own.' : 'The account has no issuer yet.',
    }),
  },
  'sts.token-within-session': {
    name: 'rest of session',
    says: ({ asked, limits: [limit] }, passed) => {
      if (!limit) {
        return {
          label: 'no session that could end first',
          title: 'The caller has no session that ends',
          caption: 'The token may not outlive the caller’s session; a long-term key has none.',
          because: 'The caller signs with a long-term key.',
        };
      }
      return {
        label: passed
          ? 'the token ends before the session'
          : `${shortLength(asked)} asked, the session has less left`,
        title: passed ? 'The token ends in time' : 'The token would outlive the session',
        caption: passed
          ? 'STS compares the life of the token with what is left of the caller’s session.'
          : 'STS gives no token that would live longer than the caller’s own session.',
        because: `The call asks for ${spokenLength(asked)}; the session has ${spokenLength(limit.value)} left.`,
      };
    },
  },
  'sts.trade-in-known': {
    name: 'trade-in token',
    says: (_, passed) => ({
      label: passed ? 'a customer sent this token' : 'no customer sent this token here',
      title: passed ? 'A customer has delegated' : 'Nobody has delegated with this token',
      caption: passed
        ? 'A customer has accepted the request and sent this token to the partner.'
        : 'STS knows no such token for the account of this caller.',
      because: passed
        ? 'The token belongs to a delegation to this partner.'
        : 'The token belongs to no delegation to this partner.',
    }),
  },
  'sts.trade-in-current': {
    name: 'trade-in time',
    says: ({ at, until = at }, passed) => ({
      label: passed ? 'it is in time to trade it in' : 'it is too late to trade it in',
      title: passed ? 'The token is traded in time' : 'The token came too late',
      caption: passed
        ? 'The session is counted from the sending of the token, so time is already running.'
        : 'The time runs from the sending of the token, not from the trade, and it is over.',
      because: `It can be traded until ${timeBeside(until, at)}; AWS’s clock says ${timeBeside(at, until)}.`,
    }),
  },
};
