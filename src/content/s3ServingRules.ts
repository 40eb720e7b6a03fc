import { policyReason } from './policyReason.ts';
import type { RuleWordsOf } from './ruleText.ts';
import { spokenList } from './words.ts';

/** S3's checks of settings, objects, uploads and encryption in words: most are made only where they matter. */
export const S3_SERVING_RULES = {
  's3.overrides-valid': {
    name: 'response headers',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      const names = spokenList(parameters.map(({ name }) => name));
      return {
        label: passed ? 'the answer’s headers may be replaced' : `${broken?.name} cannot be used`,
        title: passed
          ? 'The link replaces headers of the answer'
          : 'This header cannot be replaced so',
        caption: passed
          ? 'S3 reads the response- parameters of the link and will answer with their values.'
          : 'S3 refuses a response- parameter whose value it cannot send, or that nobody signed.',
        because: broken
          ? `S3 uses ${broken.name} only if it ${broken.constraint}; its value is “${broken.value}”.`
          : `Signed into the link: ${names}.`,
      };
    },
  },
  's3.public-access': {
    name: 'public access block',
    says: ({ what, expected, actual }, passed) => ({
      label: passed
        ? what === ''
          ? 'Block Public Access has nothing to block'
          : 'signed in the bucket’s own account: not public'
        : 'Block Public Access stops this request',
      title: passed
        ? what === ''
          ? 'There is nothing public to block'
          : 'Block Public Access does not stop a signed request'
        : 'Block Public Access stops what is public',
      caption: passed
        ? what === ''
          ? 'Block Public Access stops what a public policy opens; it takes away nothing else.'
          : 'Block Public Access stops what is open to everybody; this request comes with its signer’s own permissions.'
        : 'The bucket’s policy is public, so S3 lets in only the bucket’s own account and AWS services.',
      because: passed
        ? what === ''
          ? 'The bucket has no public policy.'
          : `The policy is public, but the signer belongs to ${expected}, the bucket’s own account.`
        : actual === 'anonymous'
          ? 'The bucket’s policy is public and RestrictPublicBuckets is on; nobody signed the request.'
          : `The bucket’s policy is public and RestrictPublicBuckets is on; the bucket belongs to ${expected}, and the signer to ${actual}.`,
    }),
  },
  's3.requester-pays': {
    name: 'requester pays',
    says: ({ wanted, missing }, passed) => ({
      label: passed
        ? wanted.length === 0
          ? 'the owner signed, so the owner pays'
          : 'the request says that it pays'
        : `missing: ${spokenList(missing)}`,
      title: passed ? 'It is clear who pays' : 'Nobody said who pays',
      caption: passed
        ? 'In a Requester Pays bucket S3 asks who pays for the request.'
        : 'In a Requester Pays bucket S3 serves only requests that say they pay.',
      because: passed
        ? wanted.length === 0
          ? 'The signer belongs to the bucket’s own account, which pays for every use of the link.'
          : 'The request carries x-amz-request-payer=requester, and it was signed.'
        : missing.includes('a signature')
          ? 'An unsigned request has no account that could pay.'
          : 'The signer is of another account, and the request lacks x-amz-request-payer.',
    }),
  },
  's3.object-readable': {
    name: 'storage class',
    says: ({ what }, passed) => ({
      label: passed ? 'restored from the archive' : 'archived, and not restored',
      title: passed ? 'The object was brought back' : 'The object lies in an archive',
      caption: passed
        ? 'S3 finds a restored copy of the archived object and can read it.'
        : 'S3 knows the object but cannot read it until somebody restores it.',
      because: `The object’s storage class is ${what}${passed ? ', and a copy was restored' : ''}.`,
    }),
  },
  's3.condition-holds': {
    name: 'free key',
    says: ({ found }, passed) => ({
      label: passed ? 'nothing is there yet' : 'there is an object already',
      title: passed ? 'The upload overwrites nothing' : 'The upload would overwrite something',
      caption: passed
        ? 'The request writes only if nothing is there, and S3 finds nothing of this key.'
        : 'The request writes only if nothing is there, and S3 finds an object of this key.',
      because: passed
        ? 'If-None-Match is “*”, and the key is free.'
        : `If-None-Match is “*”, and the bucket holds ${spokenList(found)}.`,
    }),
  },
  's3.range-satisfiable': {
    name: 'range',
    says: ({ parameters }, passed) => {
      const [range] = parameters;
      return {
        label: passed ? 'these bytes are there' : 'these bytes are not there',
        title: passed ? 'A part of the object was asked for' : 'The range lies behind the end',
        caption: passed
          ? 'S3 reads the Range header, which needs no signature, and will send these bytes.'
          : 'S3 reads the Range header and finds no byte of the object in it.',
        because: passed
          ? `Range is “${range?.value}”.`
          : `Range is “${range?.value}”; a range of this object ${range?.constraint}.`,
      };
    },
  },
  's3.acl-accepted': {
    name: 'access control list',
    says: ({ actual }, passed) => ({
      label: passed ? 'the access control list is accepted' : 'this bucket takes no ACLs',
      title: passed ? 'The list does no harm' : 'The bucket has its lists switched off',
      caption: passed
        ? 'S3 accepts the access control list that the upload asks for.'
        : 'S3 refuses an upload that asks for an access control list where they are switched off.',
      because: `The upload asks for x-amz-acl: ${actual}${passed ? '' : ', and new buckets enforce the owner’s control'}.`,
    }),
  },
  's3.digest-matches': {
    name: 'file digest',
    says: ({ expected, actual }, passed) => ({
      label: passed ? 'the file has the digest that was signed' : 'the file has another digest',
      title: passed ? 'It is the file that was meant' : 'It is not the file that was meant',
      caption: passed
        ? 'S3 computes the MD5 of what arrived and finds the one in Content-MD5.'
        : 'S3 computes the MD5 of what arrived and finds another one than Content-MD5 says.',
      because: passed
        ? `Content-MD5 is ${actual}.`
        : `Content-MD5 is ${actual}, and the MD5 of what arrived is ${expected}.`,
    }),
  },
  's3.kms-secure': {
    name: 'way to KMS',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return {
        label: passed
          ? 'over TLS and signed, as KMS asks'
          : `the ${broken?.name} is not good enough`,
        title: passed ? 'The way is safe enough for KMS' : 'KMS asks for TLS and a signature',
        caption: passed
          ? 'Objects behind a KMS key travel over TLS only, for requests signed with Version 4.'
          : 'S3 serves objects behind a KMS key only over TLS, to requests signed with Version 4.',
        because: broken
          ? `S3 goes on only if the ${broken.name} ${broken.constraint}; here it is “${broken.value}”.`
          : 'The request came over https, with a signature of Version 4.',
      };
    },
  },
  's3.kms-allowed': {
    name: 'use of the key',
    says: (evidence, passed) => ({
      label: passed
        ? `the signer may call ${evidence.action}`
        : `the signer may not call ${evidence.action}`,
      title: passed ? 'The signer may use the key' : 'The signer may not use the key',
      caption: passed
        ? 'S3 asks KMS in the signer’s name, and KMS lets it use the key.'
        : 'S3 asks KMS in the signer’s name, and KMS does not let it use the key.',
      because: policyReason(evidence),
    }),
  },
} satisfies Partial<RuleWordsOf<'s3'>>;
