import { parseIsoDate } from '#engine/time.ts';
import type { RemarkId } from '#engine/dissect/remark.ts';

import type { Fact } from '../calls/facts.ts';
import { spokenMoment } from './moments.ts';
import { POLICY_REMARKS } from './policyWords.ts';

type Values = Readonly<Record<string, string>>;

export interface RemarkWords {
  readonly title: string;
  /** What is the matter, and what follows from it. */
  readonly says: (values: Values) => string;
  /** Where AWS's part in it is written; damage on the way needs no source. */
  readonly fact?: Fact;
}

const moment = (text = ''): string => {
  const found = parseIsoDate(text);
  return found === undefined ? text : spokenMoment(found);
};

/** Digits in groups of three. */
const grouped = (digits = ''): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

const day = (text = ''): string =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : `“${text}”`;

const recorded: Fact = { source: 's3.recorded', basis: 'observed' };
const query: Fact = { source: 's3.query-auth', basis: 'documented' };
const assumed: Fact = { source: 's3.query-auth', basis: 'modelled' };

/** What every remark says, in whole sentences. */
export const REMARK_WORDS: Readonly<Record<RemarkId, RemarkWords>> = {
  expired: {
    title: 'Its own date is over',
    says: ({ until }) =>
      `It ended at ${moment(until)}. AWS refuses it now, and nothing can extend it: a new one has to be signed.`,
    fact: { source: 's3.presigned', basis: 'documented' },
  },
  'not-yet-valid': {
    title: 'It is dated ahead',
    says: ({ from }) =>
      `It begins at ${moment(from)}. S3 refuses dates too far ahead: “Request is not yet valid”. A tolerance of 15 minutes is our model.`,
    fact: { source: 's3.future-date', basis: 'modelled' },
  },
  wrapped: {
    title: 'Quotes or brackets around it',
    says: () =>
      'They are no part of the URL and were left out here. Leave them out when you use it.',
  },
  surrounded: {
    title: 'Text around it',
    says: () => 'Only the first URL in the text was taken apart.',
  },
  'too-long': {
    title: 'Too long',
    says: () =>
      'Only the first 65,536 characters were read. No presigned URL or form is that long.',
  },
  'no-scheme': {
    title: 'No https:// in front',
    says: () =>
      'A token for a database of Amazon RDS looks like this. If it is meant as a URL, put https:// in front.',
  },
  token: {
    title: 'It was in base64',
    says: () =>
      'Amazon EKS takes a presigned URL in base64 as a token. The URL inside was taken apart.',
    fact: { source: 'eks.token', basis: 'observed' },
  },
  'json-escapes': {
    title: 'JSON in place of “&”',
    says: () =>
      'The URL was copied from JSON, where “&” may be written “\\u0026”. Replace each by “&”; here that was done.',
  },
  entities: {
    title: 'HTML in place of “&”',
    says: () =>
      'The URL was copied from the source of a web page, where “&” is written “&amp;”. AWS would read other parameter names. Replace each “&amp;” by “&”; here that was done.',
  },
  'white-space': {
    title: 'White space in the middle',
    says: ({ kind }) =>
      `There is a ${kind} inside the URL, as mail programs and terminals put there. A program cuts the URL off at that place or sends something that was not signed.`,
  },
  shortened: {
    title: 'It was shortened',
    says: () =>
      'There is an ellipsis where the rest should be. Somebody copied the text that was shown, and not the link behind it.',
  },
  'link-around': {
    title: 'A link around the URL',
    says: ({ name }) =>
      `This is the link of a mail filter or a search engine. The presigned URL is inside its parameter “${name}”: copy that value, decoded once, and paste it here.`,
  },
  fragment: {
    title: 'A “#” in it',
    says: () =>
      'What follows a “#” is never sent. If it belongs to the name of the object, it should read %23, and the URL that is sent names another object.',
  },
  'no-https': {
    title: 'Not encrypted',
    says: () =>
      'The URL begins with http. Whoever listens on the way can copy it and use it until it ends.',
  },
  'two-versions': {
    title: 'Two signatures of two versions',
    says: ({ name }) =>
      `“${name}” belongs to Signature Version 2, the X-Amz parameters to Version 4. S3 takes only one mechanism at a time.`,
    fact: { source: 's3.two-mechanisms', basis: 'modelled' },
  },
  'missing-parameter': {
    title: 'A parameter is missing',
    says: ({ name }) =>
      `There is no “${name}”. A request that has some of the parameters of its signature must have all of them.`,
    fact: recorded,
  },
  'repeated-parameter': {
    title: 'A parameter comes twice',
    says: ({ name }) => `“${name}” comes more than once. Which one AWS reads is not documented.`,
    fact: assumed,
  },
  'name-case': {
    title: 'A name in other letters',
    says: ({ name, written }) =>
      `“${written}” should read “${name}”. Whether AWS accepts other letters is not documented; here it counts as missing.`,
    fact: assumed,
  },
  'unknown-algorithm': {
    title: 'An unknown algorithm',
    says: ({ value }) => `“${value}” is neither AWS4-HMAC-SHA256 nor AWS4-ECDSA-P256-SHA256.`,
    fact: { source: 'iam.create-signature', basis: 'documented' },
  },
  'double-encoded': {
    title: 'Encoded twice',
    says: ({ name }) =>
      `The slashes of “${name}” read %252F in place of %2F: a program escaped the percent signs once more. AWS finds no five parts and refuses it. Undo one layer of encoding.`,
    fact: recorded,
  },
  'double-encoded-key': {
    title: 'The path may be encoded twice',
    says: () =>
      'The path has an escaped percent sign, such as %2520. That is right only if the name of the object has a percent sign itself. Else S3 looks for another object.',
    fact: { source: 's3.header-auth', basis: 'documented' },
  },
  'credential-malformed': {
    title: 'The credential cannot be read',
    says: ({ count, wanted }) =>
      `It should have ${wanted} parts with slashes between them; it has ${count}.`,
    fact: recorded,
  },
  'wrong-terminal': {
    title: 'A wrong end of the credential',
    says: ({ terminal }) => `Its last part is “${terminal}”; every scope ends with “aws4_request”.`,
    fact: query,
  },
  'wrong-service': {
    title: 'Signed for another service',
    says: ({ service, expected }) =>
      `The signature is good for “${service}”, but the host belongs to “${expected}”.`,
    fact: query,
  },
  'wrong-region': {
    title: 'The wrong Region',
    says: ({ region, expected }) =>
      `The signature is good for ${region}, but the host is in ${expected}. S3 answers: “the region '${region}' is wrong; expecting '${expected}'”. Sign again with the Region of the bucket.`,
    fact: { source: 's3.wrong-region', basis: 'observed' },
  },
  'bad-scope-date': {
    title: 'The day cannot be read',
    says: ({ day: text }) =>
      `The second part of the credential is “${text}”; it should be a day such as 20260115.`,
    fact: query,
  },
  'scope-date-differs': {
    title: 'Two different days',
    says: ({ day: scope, expected }) =>
      `The credential names the day ${day(scope)}, X-Amz-Date the day ${day(expected)}. They must be the same.`,
    fact: assumed,
  },
  'bad-date': {
    title: 'The date cannot be read',
    says: ({ value }) => `X-Amz-Date is “${value}”. It should look like 20260115T120000Z, in UTC.`,
    fact: query,
  },
  'expires-no-number': {
    title: 'The lifetime is no number',
    says: ({ value }) => `It reads “${value}”. S3 answers that it “should be a number”.`,
    fact: { source: 's3.expires-number', basis: 'observed' },
  },
  'expires-negative': {
    title: 'A negative lifetime',
    says: ({ value }) => `X-Amz-Expires is ${value}. The least that AWS documents is 1 second.`,
    fact: query,
  },
  'expires-zero': {
    title: 'No lifetime at all',
    says: () =>
      'X-Amz-Expires is 0. The least that AWS documents is 1 second. What S3 does with 0 is not documented.',
    fact: assumed,
  },
  'over-seven-days': {
    title: 'More than seven days',
    says: ({ value }) =>
      `X-Amz-Expires asks for ${grouped(value)} seconds. 604,800, which is seven days, is the most. S3 refuses it from the first second on.`,
    fact: { source: 's3.over-a-week', basis: 'observed' },
  },
  'no-access-key': {
    title: 'This is not the id of an access key',
    says: ({ keyId, kind }) =>
      `${keyId} is the id of a ${kind}. Keys begin with AKIA or, for temporary credentials, ASIA.`,
    fact: { source: 'iam.identifiers', basis: 'documented' },
  },
  'token-missing': {
    title: 'The session token is missing',
    says: () =>
      'A key that begins with ASIA is temporary and works only with its session token. S3 answers as if the key did not exist.',
    fact: { source: 's3.unknown-key', basis: 'observed' },
  },
  'token-unneeded': {
    title: 'A token with a long-term key',
    says: () =>
      'Keys that begin with AKIA have no session token. One of the two comes from somewhere else.',
    fact: { source: 'iam.identifiers', basis: 'documented' },
  },
  'bare-plus': {
    title: 'A bare plus sign',
    says: ({ name }) =>
      `“${name}” has a bare “+”, which is read as a space. A plus sign of its own should read %2B.`,
    fact: { source: 's3.bare-plus', basis: 'observed' },
  },
  'broken-escape': {
    title: 'A broken escape',
    says: ({ name }) =>
      `“${name}” has a percent sign without two hexadecimal digits after it. Perhaps something was cut off. What AWS reads there is not documented.`,
    fact: assumed,
  },
  'host-unsigned': {
    title: 'The host is not signed',
    says: () =>
      'The list of signed headers lacks “host”. S3 answers: “There were headers present in the request which were not signed”.',
    fact: recorded,
  },
  'headers-needed': {
    title: 'Headers that must be sent',
    says: ({ names }) =>
      `Whoever uses the URL has to send these headers with the very values that were signed: ${names}. The values are not in the list; a browser’s address bar cannot send them. A name that is a parameter too may be left out.`,
    fact: { source: 's3.header-auth', basis: 'documented' },
  },
  'headers-order': {
    title: 'The list of headers is not as AWS writes it',
    says: ({ expected }) =>
      `It should be in small letters and in order: ${expected}. Else the two sides may not sign the same text.`,
    fact: query,
  },
  'signature-malformed': {
    title: 'This cannot be a signature',
    says: ({ length, wanted, capitals }) =>
      capitals === undefined
        ? `It has ${length} characters. Expected were ${wanted}. Perhaps the end was cut off.`
        : `It has capital letters. Expected were ${wanted}. Somebody changed the case of the letters.`,
    fact: query,
  },
  'needs-v4a': {
    title: 'This host needs SigV4A',
    says: () =>
      'A Multi-Region Access Point takes only requests signed with AWS4-ECDSA-P256-SHA256, and this one is not.',
    fact: { source: 's3.multi-region', basis: 'documented' },
  },
  'website-host': {
    title: 'A website does not look at signatures',
    says: () =>
      'This is the website of a bucket. It serves only what is public; a private object needs the host of the API.',
    fact: { source: 's3.website', basis: 'documented' },
  },
  'old-signing': {
    title: 'The old signature',
    says: () =>
      'Signature Version 2 works only in Regions from before 30 January 2014. It has no longest lifetime, and a limit on the age of signatures does not stop it.',
    fact: { source: 's3.authenticating', basis: 'documented' },
  },
  ...POLICY_REMARKS,
};
