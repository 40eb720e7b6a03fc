import { secondsBetween } from '#engine/time.ts';

import { policyReason } from './policyReason.ts';
import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, spokenList, timeBeside } from './words.ts';

/** Why a kind of session is shut out, by what it would have to be. */
const SHUT_OUT: Readonly<Record<string, string>> = {
  'a session with MFA':
    'A GetSessionToken session without MFA may call no IAM API, and only AssumeRole and GetCallerIdentity of STS.',
  'a role session': 'A federated user may call no IAM API, and of STS only GetCallerIdentity.',
  'a long-term key': 'This call of STS is not open to a session of this kind.',
};

/** The checks of any call to any service, in words. */
export const API_RULES: RuleWordsOf<'api'> = {
  'api.key-known': {
    name: 'access key',
    says: ({ wanted }, passed) => ({
      label: passed ? 'the access key is known' : 'no active access key of this id',
      title: passed ? 'AWS knows the access key' : 'The access key is not good',
      caption: passed
        ? 'The service looks up the access key that signed the call and finds it.'
        : 'The service looks up the access key that signed the call and does not accept it.',
      because: passed
        ? `The access key ${spokenList(wanted)} is there and active.`
        : `AWS has no active access key ${spokenList(wanted)}; sessions that it opened earlier live on.`,
    }),
  },
  'api.region-enabled': {
    name: 'enabled Region',
    says: ({ wanted }, passed) => ({
      label: passed ? 'the account has this Region' : 'the account has not enabled this Region',
      title: passed ? 'The Region is enabled' : 'The Region is not enabled',
      caption: passed
        ? 'The service finds the caller’s account in its Region.'
        : 'The service does not know the caller’s account in its Region.',
      because: passed
        ? `The account can use ${spokenList(wanted)}.`
        : `The account must enable ${spokenList(wanted)} before its identities are known there.`,
    }),
  },
  'api.token-fits-region': {
    name: 'token version',
    says: ({ what, actual }, passed) => {
      if (what === '') {
        return {
          label: 'a long-term key has no token',
          title: 'No token, no version',
          caption: 'The service sees a long-term key, which has no session token.',
          because: 'Long-term keys work in every enabled Region.',
        };
      }
      return {
        label: passed ? `its token is good in ${what}` : `no version ${actual} token in ${what}`,
        title: passed ? 'The token is good in this Region' : 'The token is not good in this Region',
        caption: passed
          ? 'The service checks whether a token of this version is good in its Region.'
          : 'The service does not take tokens of this version, because its Region is an opt-in one.',
        because: passed
          ? `The token has version ${actual}.`
          : 'A version 1 token of the global endpoint is good only in Regions that are enabled by default.',
      };
    },
  },
  'api.token-alive': {
    name: 'session lifetime',
    says: ({ at, until }, passed) => {
      if (until === undefined) {
        return {
          label: 'a long-term key: no end of its own',
          title: 'The key has no end date',
          caption: 'An IAM user’s access key does not expire.',
          because: 'The call was signed with a long-term key.',
        };
      }
      return passed
        ? {
            label: `the session has ${shortLength(secondsBetween(at, until))} left`,
            title: 'The session is still alive',
            caption: 'The service finds the session’s end still ahead.',
            because: `The credentials expire at ${timeBeside(until, at)}; it is ${timeBeside(at, until)} now.`,
          }
        : {
            label: `the session ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The session has ended',
            caption: 'The service finds that the session has ended; nothing revives it.',
            because: `The credentials expired at ${timeBeside(until, at)}; it is ${timeBeside(at, until)} now.`,
          };
    },
  },
  'api.session-kind': {
    name: 'kind of session',
    says: ({ what, expected }, passed) => ({
      label: passed ? `this caller may ask for ${what}` : `${what} is closed to this session`,
      title: passed ? 'This API is open to the caller' : 'This API is closed to such sessions',
      caption: passed
        ? 'The service checks what kind of credentials signed the call.'
        : 'The service refuses because of the kind of session, before any policy is read.',
      because: passed
        ? `Credentials of this kind may be used for ${what}.`
        : (SHUT_OUT[expected] ?? `It takes ${expected}.`),
    }),
  },
  'api.allowed': {
    name: 'permission',
    says: (evidence, passed) => ({
      label: passed
        ? `the caller may call ${evidence.action}`
        : `the caller may not call ${evidence.action}`,
      title: passed ? 'The caller may do this now' : 'The caller may not do this now',
      caption: passed
        ? 'The service looks up what the caller may do at this moment and finds the action allowed.'
        : 'The service looks up what the caller may do at this moment and finds the action not allowed.',
      because: policyReason(evidence),
    }),
  },
};
