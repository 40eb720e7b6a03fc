import { encodePath } from '#engine/sigv4/encode.ts';
import { secondsBetween } from '#engine/time.ts';

import { policyReason } from './policyReason.ts';
import type { RuleWordsOf, Said } from './ruleText.ts';
import { shortLength, spokenList, timeBeside } from './words.ts';

/** The parts of a canonical request, and what a form signs; anything else that changed is a header, or a parameter that goes by its name alone. */
const PARTS: readonly string[] = [
  'method',
  'path',
  'query',
  'headers',
  'signed headers',
  'payload hash',
  'policy',
];

/** What was changed after signing, in a list; where all that was signed is the same, the signature itself was. */
const changedParts = (differs: readonly string[]): string =>
  differs.length === 0
    ? 'the signature itself'
    : spokenList(
        differs.map((part) =>
          PARTS.includes(part) || part.startsWith('header ') ? `the ${part}` : part,
        ),
      );

/** What was changed, where a label has room for it. */
const inFewWords = (changed: string): string => (changed.length <= 37 ? changed : 'several parts');

/** A key in a sentence: in quotes where it is no plain name, with its bytes where its letters do not show them. */
function spelt(key: string): string {
  if (/^[\w./-]+$/.test(key)) return key;
  return /^[\x20-\x7e]*$/.test(key) ? `“${key}”` : `“${key}”, which is ${encodePath(key)} in bytes`;
}

export const S3_SIGNER_RULES = {
  's3.key-known': {
    name: 'access key',
    says: ({ wanted, missing }, passed) => {
      const lacksToken = missing.includes('X-Amz-Security-Token');
      return passed
        ? {
            label: 'the access key is known',
            title: 'AWS knows the access key',
            caption: 'S3 looks up the access key that the URL names and finds it.',
            because:
              wanted.length > 1
                ? 'The temporary key comes with its session token.'
                : 'It is a long-term key, and it is active.',
          }
        : {
            label: lacksToken
              ? 'a temporary key without its token'
              : 'no active access key of this id',
            title: lacksToken
              ? 'A temporary key without its token is unknown'
              : 'The key that signed is no longer good',
            caption: lacksToken
              ? 'S3 finds a temporary access key but not the session token that belongs to it.'
              : 'S3 looks up the access key that the URL names and does not accept it.',
            because: lacksToken
              ? 'The URL has no X-Amz-Security-Token.'
              : `AWS has no active access key ${missing[0] ?? ''}; when a key is deleted or deactivated, every URL signed with it dies.`,
          };
    },
  },
  's3.token-accepted': {
    name: 'session token',
    says: ({ expected }, passed) => ({
      label: passed
        ? expected === ''
          ? 'no session token needed'
          : 'the session token fits the key'
        : 'the session token does not fit the key',
      title: passed
        ? expected === ''
          ? 'No token is needed'
          : 'The token fits the key'
        : 'The session token is not the right one',
      caption: passed
        ? expected === ''
          ? 'A long-term key needs no session token, and none was sent.'
          : 'S3 finds the session token that was issued together with the key.'
        : 'S3 finds a session token that does not belong to this key.',
      because: passed
        ? expected === ''
          ? 'The URL was signed with a long-term key.'
          : 'The token in the URL is the one STS issued.'
        : expected === ''
          ? 'The URL was signed with a long-term key, which has no session token.'
          : 'X-Amz-Security-Token differs from the token STS issued.',
    }),
  },
  's3.token-alive': {
    name: 'session lifetime',
    says: ({ at, until }, passed) => {
      if (until === undefined) {
        return {
          label: 'a long-term key: no end of its own',
          title: 'The key that signed has no end date',
          caption: 'An IAM user’s access key does not expire, so only the URL’s own date counts.',
          because: 'The URL was signed with a long-term key.',
        };
      }
      return passed
        ? {
            label: `the session has ${shortLength(secondsBetween(at, until))} left`,
            title: 'The session that signed is still alive',
            caption: `The session that signed the URL lives until ${timeBeside(until, at)}.`,
            because: `The credentials expire at ${timeBeside(until, at)}; it is ${timeBeside(at, until)} now.`,
          }
        : {
            label: `session credentials ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The link outlived the credentials that signed it',
            caption: `The link carries the session’s token, and the session ended at ${timeBeside(until, at)}.`,
            because: `Whichever ends first counts, the link or the session; here it was the session, at ${timeBeside(until, at)}.`,
          };
    },
  },
  's3.headers-signed': {
    name: 'headers',
    says: ({ found }, passed) => ({
      label: passed ? 'no unsigned x-amz- header' : `not signed: ${spokenList(found)}`,
      title: passed
        ? 'No header was added that must be signed'
        : 'A header was added that nobody signed',
      caption: passed
        ? 'S3 finds no x-amz- header that the signer did not know about.'
        : 'S3 refuses a request with a header that the signer had to sign and did not.',
      because: passed
        ? 'X-Amz-SignedHeaders covers every header that must be signed.'
        : `X-Amz-SignedHeaders does not name ${spokenList(found)}.`,
    }),
  },
  's3.signature-matches': {
    name: 'signature',
    says: ({ differs, canonicalRequest }, passed) => ({
      label: passed
        ? 'S3 computes the same signature'
        : differs.length === 0
          ? 'the signature itself was changed'
          : `signature differs: ${inFewWords(changedParts(differs))} changed`,
      title: passed
        ? `The signature fits the ${canonicalRequest === '' ? 'policy' : 'request'}`
        : 'What was signed is not what arrived',
      // A form has no canonical request: its policy is what was signed.
      caption: `S3 signs the ${canonicalRequest === '' ? 'policy' : 'request'} it received with the same secret and gets ${passed ? 'the same' : 'another'} signature.`,
      because: passed
        ? 'Not one signed byte was changed.'
        : `Changed after signing: ${changedParts(differs)}.`,
    }),
  },
  's3.bucket-found': {
    name: 'bucket',
    says: ({ wanted, missing }, passed) => {
      const [bucket = '', host] = wanted;
      // Where the host is what is missing, the bucket itself was found.
      if (!passed && host !== undefined && missing.includes(host)) {
        return {
          label: 'the bucket is not behind this host',
          title: 'The bucket lies in another Region',
          caption: 'S3 knows the bucket, but not at this Region’s host, and names the host to ask.',
          because: `The URL goes to ${host}; Host is signed, so another host needs another URL.`,
        };
      }
      return {
        label: passed ? 'the bucket is there' : 'there is no such bucket',
        title: passed ? 'The bucket exists' : 'There is no such bucket',
        caption: passed
          ? 'S3 finds the bucket that the URL names.'
          : 'S3 finds no bucket of the name in the URL.',
        because: `The URL names the bucket ${bucket}.`,
      };
    },
  },
  's3.signer-allowed': {
    name: 'permission',
    says: (evidence, passed) => ({
      label: passed
        ? `the signer may call ${evidence.action}`
        : `the signer may not call ${evidence.action}`,
      title: passed ? 'The signer may do this now' : 'The signer may not do this now',
      caption: passed
        ? 'S3 looks up what the signer may do at this moment and finds the action allowed.'
        : 'S3 looks up what the signer may do at this moment and finds the action not allowed.',
      because:
        evidence.decision.verdict === 'implicit-deny'
          ? `${policyReason(evidence)} The resource is “${evidence.resource}”.`
          : policyReason(evidence),
    }),
  },
  's3.object-found': {
    name: 'object',
    says: ({ wanted, missing: [gone, permission] }) =>
      gone === undefined
        ? {
            label: wanted.length > 0 ? 'the object is there' : 'a write needs no object',
            title: 'Nothing is missing',
            caption: 'S3 finds what the request asks for.',
            because:
              wanted.length > 0
                ? wanted[0]?.startsWith('version ')
                  ? `The URL names ${wanted[0]} of the object.`
                  : `The URL names the object ${spokenList(wanted.map(spelt))}.`
                : 'A write makes the object.',
          }
        : { title: 'There is nothing behind the link', ...sayMissing(gone, permission) },
  },
} satisfies Partial<RuleWordsOf<'s3'>>;

/** What is not there: an object, a version of it, or anything but the mark of its deletion; and the permission without which S3 does not tell. */
function sayMissing(gone: string, permission: string | undefined): Omit<Said, 'title'> {
  if (gone.startsWith('object behind ')) {
    return {
      label: 'this version is a delete marker',
      caption:
        'S3 finds the mark of a deletion under this version, and nothing that could be read.',
      because: `The URL names the ${gone.replace('object behind the ', '')}.`,
    };
  }
  const isVersion = gone.startsWith('version ');
  return {
    label: `the ${isVersion ? 'version' : 'object'} is not there`,
    caption: `S3 finds no ${isVersion ? 'version of this id' : 'object of this key'} in the bucket.`,
    because: `The bucket holds no ${isVersion ? gone : spelt(gone)}; ${
      permission === undefined
        ? 'the signer has s3:ListBucket, so S3 says so'
        : `the signer lacks ${permission}, so S3 does not say so`
    }.`,
  };
}
