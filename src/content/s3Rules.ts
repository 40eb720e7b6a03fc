import { secondsBetween } from '#engine/time.ts';

import { policyReason } from './policyReason.ts';
import type { RuleTexts } from './ruleText.ts';
import { clockTime, shortLength, spokenLength, spokenList, timeBeside } from './words.ts';

/** S3's checks of a presigned request in words. AWS publishes no order for them, so each place is modelled. */
const order = 'modelled';

export const S3_RULES: RuleTexts<'s3'> = {
  's3.one-mechanism': {
    name: 'one signature',
    question: 'Is the request authenticated in one way only?',
    statement: 'A presigned request carries its signature in the query. An Authorization header beside it is refused.',
    basis: { verdict: 'observed', order },
    source: 's3.two-mechanisms',
    says: ({ found }, passed) => ({
      label: passed ? 'signed in the query, nowhere else' : 'signed twice: in the query and in a header',
      title: passed ? 'One signature, in the query' : 'Two ways of signing at once',
      caption: passed
        ? 'S3 sees that the request is signed in its query string and in no other way.'
        : 'S3 refuses a request that is authenticated in two ways at once.',
      because: passed ? 'There is no Authorization header beside the URL.' : `The request also carries ${spokenList(found)}.`,
    }),
  },
  's3.six-parameters': {
    name: 'six parameters',
    question: 'Are all six signing parameters there?',
    statement: 'A SigV4 presigned URL carries X-Amz-Algorithm, -Credential, -Date, -Expires, -SignedHeaders and -Signature.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
    says: ({ missing }, passed) => ({
      label: passed ? 'all six parameters are there' : `${spokenList(missing)} missing`,
      title: passed ? 'All six parameters are there' : 'A signing parameter is missing',
      caption: passed
        ? 'S3 finds every parameter it needs to check the signature.'
        : 'S3 cannot check a signature that does not come with all six parameters.',
      because: passed ? 'None of the six is missing.' : `The URL has no ${spokenList(missing)}.`,
    }),
  },
  's3.credential-scope': {
    name: 'credential scope',
    question: 'Is the signature meant for this service and Region?',
    statement: 'X-Amz-Credential names key, day, Region, service and aws4_request; the Region must be the bucket’s.',
    basis: { verdict: 'observed', order },
    source: 's3.recorded',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'signed for S3, in the bucket’s Region',
            title: 'The signature is meant for this bucket’s Region',
            caption: 'S3 reads X-Amz-Credential and finds its own name and the bucket’s Region in it.',
            because: 'Algorithm, service and Region are the ones S3 expects.',
          }
        : {
            label: `${broken.name} is wrong in the credential`,
            title: 'The credential in the URL is not what S3 expects',
            caption: 'S3 cannot use the credential scope that the URL names.',
            because: `S3 expects that ${broken.name} ${broken.constraint}; the URL has “${broken.value}”.`,
          };
    },
  },
  's3.date-well-formed': {
    name: 'signing date',
    question: 'Is the signing date a date, and the same one twice?',
    statement: 'X-Amz-Date has the form 20260115T120000Z, and its day is the one in the credential scope.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return {
        label: passed ? 'the signing date is well formed' : 'the signing date is not well formed',
        title: passed ? 'The signing date can be read' : 'The signing date cannot be used',
        caption: passed
          ? 'S3 reads the signing date and finds the same day in the credential scope.'
          : 'S3 cannot work with the signing date of this URL.',
        because: broken
          ? `S3 expects that ${broken.name} ${broken.constraint}; the URL has “${broken.value}”.`
          : `X-Amz-Date is ${parameters[0]?.value ?? ''}.`,
      };
    },
  },
  's3.expires-in-range': {
    name: 'seven days at most',
    question: 'Does the URL ask for seven days at most?',
    statement: 'X-Amz-Expires is a number of seconds, 604800 (seven days) at most.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
    says: ({ value, max }, passed) => ({
      label: passed ? 'asks for seven days at most' : 'asks for more than seven days',
      title: passed ? 'The lifetime asked for is allowed' : 'The URL asks for too long a life',
      caption: passed
        ? 'S3 accepts the lifetime the URL asks for. Whether it will live that long is another question.'
        : 'S3 refuses a URL whose X-Amz-Expires is no number of seconds up to seven days.',
      because: passed ? `X-Amz-Expires is ${value}; the most is ${max}.` : `X-Amz-Expires is ${value}, and the most is ${max}.`,
    }),
  },
  's3.not-in-the-future': {
    name: 'not from the future',
    question: 'Was the URL signed in the past?',
    statement: 'A URL dated too far in the future is refused. About 15 minutes are tolerated; AWS gives no number.',
    basis: { verdict: 'observed', order },
    source: 's3.future-date',
    says: ({ at, from = at }, passed) =>
      passed
        ? {
            label: 'not dated in the future',
            title: 'The URL is not from the future',
            caption: 'S3 compares the signing date with its own clock and finds it has come.',
            because: `S3’s clock says ${clockTime(at)}.`,
          }
        : {
            label: 'dated too far in the future',
            title: 'The signer’s clock runs ahead',
            caption: 'S3 compares the signing date with its own clock and finds it has not come yet.',
            because: `S3’s clock says ${clockTime(at)}; it takes this URL from ${timeBeside(from, at)} on.`,
          },
  },
  's3.url-alive': {
    name: 'URL lifetime',
    question: 'Has the URL’s own time run out?',
    statement: 'A URL ends X-Amz-Expires seconds after X-Amz-Date. S3 looks when the request arrives, once.',
    basis: { verdict: 'documented', order },
    source: 's3.presigned',
    says: ({ at, until = at }, passed) =>
      passed
        ? {
            label: `X-Amz-Expires: ${shortLength(secondsBetween(at, until))} left`,
            title: 'The URL’s own time has not run out',
            caption: `By its own date the URL has ${spokenLength(secondsBetween(at, until))} left.`,
            because: `X-Amz-Date plus X-Amz-Expires is ${timeBeside(until, at)}.`,
          }
        : {
            label: `the URL ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The URL has expired by its own date',
            caption: `The URL asked to live until ${timeBeside(until, at)}, and it is ${clockTime(at)} now.`,
            because: `X-Amz-Date plus X-Amz-Expires was ${timeBeside(until, at)}.`,
          },
  },
  's3.key-known': {
    name: 'access key',
    question: 'Does AWS know the access key in the URL?',
    statement: 'The access key must exist and be active. A temporary key is only known together with its session token.',
    basis: { verdict: 'observed', order },
    source: 's3.unknown-key',
    says: ({ wanted, missing }, passed) => {
      const lacksToken = missing.includes('X-Amz-Security-Token');
      return passed
        ? {
            label: 'the access key is known',
            title: 'AWS knows the access key',
            caption: 'S3 looks up the access key that the URL names and finds it.',
            because: wanted.length > 1 ? 'The temporary key comes with its session token.' : 'It is a long-term key, and it is active.',
          }
        : {
            label: lacksToken ? 'a temporary key without its token' : 'the access key is not known any more',
            title: lacksToken ? 'A temporary key without its token is unknown' : 'The key that signed is gone',
            caption: lacksToken
              ? 'S3 finds a temporary access key but not the session token that belongs to it.'
              : 'S3 looks up the access key that the URL names and does not accept it.',
            because: lacksToken
              ? 'The URL has no X-Amz-Security-Token.'
              : `The access key ${missing[0] ?? ''} was deleted or deactivated; every URL signed with it died at that moment.`,
          };
    },
  },
  's3.token-accepted': {
    name: 'session token',
    question: 'Is the session token the one that was issued?',
    statement: 'A temporary key works only with the very session token it was issued with.',
    basis: { verdict: 'observed', order },
    source: 's3.token-errors',
    says: ({ expected }, passed) => ({
      label: passed ? (expected === '' ? 'no session token needed' : 'the session token fits the key') : 'the session token does not fit the key',
      title: passed ? 'The token fits the key' : 'The session token is not the right one',
      caption: passed
        ? expected === ''
          ? 'A long-term key needs no session token, and none was sent.'
          : 'S3 finds the session token that was issued together with the key.'
        : 'S3 finds a session token that does not belong to this key.',
      because: passed
        ? expected === ''
          ? 'The URL was signed with a long-term key.'
          : 'The token in the URL is the one STS issued.'
        : 'X-Amz-Security-Token differs from the token STS issued.',
    }),
  },
  's3.token-alive': {
    name: 'session lifetime',
    question: 'Are the credentials that signed the URL still alive?',
    statement: 'A URL signed with temporary credentials dies with them, whatever X-Amz-Expires says.',
    basis: { verdict: 'documented', order },
    source: 's3.presigned',
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
            because: `The credentials expire at ${timeBeside(until, at)}; it is ${clockTime(at)} now.`,
          }
        : {
            label: `session credentials ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The link outlived the credentials that signed it',
            caption: `The link carries the session’s token, and the session ended at ${timeBeside(until, at)}.`,
            because: `S3 honours whichever ends first, the link or the session; the session’s end, ${timeBeside(until, at)}, came first.`,
          };
    },
  },
  's3.headers-signed': {
    name: 'headers',
    question: 'Were all x-amz- headers signed?',
    statement: 'Every x-amz- header that is sent must be signed, and so must Host; other headers may come unsigned.',
    basis: { verdict: 'observed', order },
    source: 's3.recorded',
    says: ({ found }, passed) => ({
      label: passed ? 'no unsigned x-amz- header' : `${spokenList(found)} was not signed`,
      title: passed ? 'Nothing was added to the headers' : 'A header was added that nobody signed',
      caption: passed
        ? 'S3 finds no x-amz- header that the signer did not know about.'
        : 'S3 refuses x-amz- headers that the signer did not sign.',
      because: passed ? 'X-Amz-SignedHeaders covers every header that must be signed.' : `X-Amz-SignedHeaders does not name ${spokenList(found)}.`,
    }),
  },
  's3.signature-matches': {
    name: 'signature',
    question: 'Does S3 arrive at the same signature?',
    statement: 'S3 signs the request it received with the same secret. Method, path, query and signed headers all take part.',
    basis: { verdict: 'documented', order },
    source: 's3.query-auth',
    says: ({ differs }, passed) => ({
      label: passed ? 'S3 computes the same signature' : `signature differs: ${spokenList(differs)} changed`,
      title: passed ? 'The signature fits the request' : 'What was signed is not what arrived',
      caption: passed
        ? 'S3 signs the request it received with the same secret and gets the same signature.'
        : 'S3 signs the request it received with the same secret and gets another signature.',
      because: passed ? 'Not one signed byte was changed.' : `Changed after signing: ${spokenList(differs)}.`,
    }),
  },
  's3.bucket-found': {
    name: 'bucket',
    question: 'Is there such a bucket?',
    statement: 'The bucket named by the host or the path must exist.',
    basis: { verdict: 'documented', order },
    source: 's3.errors',
    says: ({ wanted }, passed) => ({
      label: passed ? 'the bucket is there' : 'there is no such bucket',
      title: passed ? 'The bucket is there' : 'There is no such bucket',
      caption: passed ? 'S3 finds the bucket that the URL names.' : 'S3 finds no bucket of the name in the URL.',
      because: `The URL names the bucket ${spokenList(wanted)}.`,
    }),
  },
  's3.signer-allowed': {
    name: 'permission',
    question: 'May the signer do this, right now?',
    statement: 'A presigned request has the signer’s permissions, and they are looked up when the URL is used.',
    basis: { verdict: 'documented', order },
    source: 'guidance.generation',
    says: (evidence, passed) => ({
      label: passed ? `the signer may call ${evidence.action}` : `the signer may not call ${evidence.action}`,
      title: passed ? 'The signer may do this now' : 'The signer may not do this now',
      caption: passed
        ? 'S3 looks up what the signer may do at this moment and finds the action allowed.'
        : 'S3 looks up what the signer may do at this moment and finds the action not allowed.',
      because: policyReason(evidence),
    }),
  },
  's3.object-found': {
    name: 'object',
    question: 'Is the object there?',
    statement: 'A missing object gives 404 only to a signer with s3:ListBucket; others get 403.',
    basis: { verdict: 'documented', order },
    source: 's3.get-object',
    says: ({ wanted }, passed) => ({
      label: passed ? (wanted.length > 0 ? 'the object is there' : 'a write needs no object') : 'the object is not there',
      title: passed ? 'The object is there' : 'There is nothing behind the link',
      caption: passed
        ? 'S3 finds what the request asks for.'
        : 'S3 finds no object of this key in the bucket.',
      because: wanted.length > 0 ? `The URL names the object ${spokenList(wanted)}.` : 'A write makes the object.',
    }),
  },
};
