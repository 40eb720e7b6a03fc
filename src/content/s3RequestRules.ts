import { FUTURE_TOLERANCE } from '#engine/s3/limits.ts';
import { after, secondsBetween } from '#engine/time.ts';

import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, spokenLength, spokenList, timeBeside } from './words.ts';

/** A part of the credential scope inside a sentence; parameters go by their names. */
const scopePart = (name: string): string => (name.startsWith('X-Amz-') ? name : `the ${name}`);

export const S3_REQUEST_RULES = {
  's3.one-mechanism': {
    name: 'one signature',
    says: ({ found }, passed) => ({
      label: passed
        ? 'signed in the query, nowhere else'
        : 'signed twice: in the query and in a header',
      title: passed ? 'One signature, in the query' : 'Two ways of signing at once',
      caption: passed
        ? 'S3 sees that the request is signed in its query string and in no other way.'
        : 'S3 refuses a request that is authenticated in two ways at once.',
      because: passed
        ? 'There is no Authorization header beside the URL.'
        : `The request also carries ${spokenList(found)}.`,
    }),
  },
  's3.six-parameters': {
    name: 'six parameters',
    says: ({ missing }, passed) => ({
      label: passed ? 'all six parameters are there' : `missing: ${spokenList(missing)}`,
      title: passed ? 'The signature is complete' : 'A signing parameter is missing',
      caption: passed
        ? 'S3 finds every parameter it needs to check the signature.'
        : 'S3 cannot check a signature that does not come with all six parameters.',
      because: passed
        ? 'Algorithm, Credential, Date, Expires, SignedHeaders and Signature: none is missing.'
        : `Missing from the URL: ${spokenList(missing)}.`,
    }),
  },
  's3.credential-scope': {
    name: 'credential scope',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return passed || !broken
        ? {
            label: 'signed for S3, in the bucket’s Region',
            title: 'The signature is meant for this bucket’s Region',
            caption:
              'S3 reads X-Amz-Credential and finds its own name and the bucket’s Region in it.',
            because: 'Algorithm, service and Region are the ones S3 expects.',
          }
        : {
            label: `${scopePart(broken.name)} is not what S3 expects`,
            title: 'The signature is not one for this bucket',
            caption:
              'S3 cannot use what the URL says about its signature: algorithm, key, day, Region and service.',
            because: `S3 expects that ${scopePart(broken.name)} ${broken.constraint}; the URL has “${broken.value}”.`,
          };
    },
  },
  's3.date-well-formed': {
    name: 'signing date',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return {
        label: passed ? 'the signing date is well formed' : 'the signing date is not well formed',
        title: passed ? 'The signing date can be read' : 'The signing date cannot be used',
        caption: passed
          ? 'S3 reads the signing date and finds the same day in the credential scope.'
          : 'S3 cannot work with the signing date of this URL.',
        because: broken
          ? `S3 expects that ${scopePart(broken.name)} ${broken.constraint}; the URL has “${broken.value}”.`
          : `X-Amz-Date is ${parameters[0]?.value ?? ''}.`,
      };
    },
  },
  's3.expires-in-range': {
    name: 'lifetime limit',
    says: ({ value, max }, passed) => ({
      label: passed
        ? 'asks for seven days at most'
        : Number(value) > max
          ? 'asks for more than seven days'
          : 'X-Amz-Expires is not a length of time',
      title: passed
        ? 'The lifetime asked for is allowed'
        : Number(value) > max
          ? 'The URL asks for too long a life'
          : 'The lifetime asked for is not a length of time',
      caption: passed
        ? 'S3 accepts the lifetime the URL asks for; whether the URL will live that long is another question.'
        : 'S3 accepts only a whole number of seconds in X-Amz-Expires, seven days at most.',
      because: `X-Amz-Expires is ${passed ? value : `“${value}”`}; S3 takes whole seconds up to ${max}.`,
    }),
  },
  's3.not-in-the-future': {
    name: 'future date',
    says: ({ at, from = at }, passed) => {
      const date = after(from, FUTURE_TOLERANCE);
      const because = `The URL is dated ${timeBeside(date, at)}, and S3’s clock says ${timeBeside(at, date)}.`;
      if (!passed) {
        return {
          label: 'dated too far in the future',
          title: 'The signer’s clock runs ahead',
          caption: `S3 compares the signing date with its own clock and takes this URL only from ${timeBeside(from, at)} on.`,
          because,
        };
      }
      return at < date
        ? {
            label: 'dated only a little ahead',
            title: 'The URL is from the future, but not far',
            caption:
              'S3 compares the signing date with its own clock; the date has not come yet, but S3 tolerates some minutes.',
            because,
          }
        : {
            label: 'not dated in the future',
            title: 'The URL is not from the future',
            caption:
              'S3 compares the signing date with its own clock and finds that the date has come.',
            because,
          };
    },
  },
  's3.url-alive': {
    name: 'URL lifetime',
    says: ({ at, from = at, until = at }, passed) =>
      passed
        ? {
            label: `X-Amz-Expires: ${shortLength(secondsBetween(at, until))} left`,
            title: 'The URL’s own time has not run out',
            caption: `By its own date the URL has ${spokenLength(secondsBetween(at, until))} left.`,
            because: `X-Amz-Date plus X-Amz-Expires is ${timeBeside(until, from)}.`,
          }
        : {
            label: `the URL ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The URL has expired by its own date',
            caption: `The URL asked to live until ${timeBeside(until, from)}, and it is ${timeBeside(at, from)} now.`,
            because: `X-Amz-Date plus X-Amz-Expires was ${timeBeside(until, from)}.`,
          },
  },
} satisfies Partial<RuleWordsOf<'s3'>>;
