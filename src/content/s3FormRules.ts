import { secondsBetween } from '#engine/time.ts';

import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, spokenLength, spokenList, spokenSize, timeBeside } from './words.ts';

/** S3's checks of a browser's form in words. */
export const S3_FORM_RULES = {
  's3.form-complete': {
    name: 'form fields',
    says: ({ missing }, passed) => {
      const [first = ''] = missing;
      const isType = first.includes('/');
      return {
        label: passed
          ? 'all fields of the signature are there'
          : isType
            ? 'the form is not multipart/form-data'
            : `missing: ${missing.length > 2 ? `${missing.length} fields` : spokenList(missing)}`,
        title: passed ? 'The form is complete' : 'The form cannot be used',
        caption: passed
          ? 'S3 finds key, policy and the fields of the signature before the file.'
          : isType
            ? 'S3 takes a browser’s upload only as multipart/form-data.'
            : 'S3 does not find a field it needs; whatever stands behind the file is not read.',
        because: passed
          ? 'A form carries its signature in fields, not in the address.'
          : `What is missing: ${spokenList(missing)}.`,
      };
    },
  },
  's3.form-alive': {
    name: 'policy lifetime',
    says: ({ at, from = at, until = at }, passed) =>
      passed
        ? {
            label: `the policy has ${shortLength(secondsBetween(at, until))} left`,
            title: 'The policy still holds',
            caption: `The form’s policy has ${spokenLength(secondsBetween(at, until))} left.`,
            because: `A form has no X-Amz-Expires; its policy says expiration ${timeBeside(until, from)}.`,
          }
        : {
            label: `the policy ended ${shortLength(secondsBetween(until, at))} ago`,
            title: 'The policy has expired',
            caption: `The form’s policy held until ${timeBeside(until, from)}, and it is ${timeBeside(at, from)} now.`,
            because: `The policy’s expiration was ${timeBeside(until, from)}.`,
          },
  },
  's3.form-conditions': {
    name: 'policy conditions',
    says: ({ parameters }, passed) => {
      const broken = parameters.find(({ met }) => !met);
      return {
        label: passed
          ? `all ${parameters.length} conditions on fields hold`
          : `the condition on ${broken?.name} does not hold`,
        title: passed
          ? 'The fields are what the signer allowed'
          : 'A field is not what was allowed',
        caption: passed
          ? 'S3 compares each field with the policy’s conditions and finds all of them met.'
          : 'S3 compares each field with the policy’s conditions and finds one that is not met.',
        because: broken
          ? `The policy wants that ${broken.name} ${broken.constraint}; the form has “${broken.value}”.`
          : 'The conditions are part of the signed policy, so nobody can loosen them.',
      };
    },
  },
  's3.form-covered': {
    name: 'extra fields',
    says: ({ found }, passed) => ({
      label: passed ? 'no field without a condition' : `no condition for ${spokenList(found)}`,
      title: passed ? 'Nothing was added' : 'A field was added that nobody allowed',
      caption: passed
        ? 'S3 finds a condition for every field that was sent.'
        : 'S3 refuses a form with a field that the policy does not mention.',
      because: passed
        ? 'The policy mentions every field.'
        : `The policy mentions no ${spokenList(found)}.`,
    }),
  },
  's3.form-size': {
    name: 'file size',
    says: ({ parameters: [file] }, passed) => ({
      label: passed ? 'the file has an allowed size' : 'the file’s size is not allowed',
      title: passed ? 'The file is neither too large nor too small' : 'The file breaks the limit',
      caption: passed
        ? 'S3 counts the bytes of the file and finds them within the limits.'
        : 'S3 counts the bytes of the file, which only a form can limit: a presigned PUT cannot.',
      because: `The file has ${spokenSize(Number(file?.value ?? 0))}; S3 takes it if it ${file?.constraint ?? ''}.`,
    }),
  },
} satisfies Partial<RuleWordsOf<'s3'>>;
