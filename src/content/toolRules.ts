import type { RuleWordsOf } from './ruleText.ts';
import { shortLength, spokenList } from './words.ts';

/** The checks of tools that sign, in words. */
export const TOOL_RULE_WORDS: RuleWordsOf<'tool'> = {
  'tool.lifetime-given': {
    name: 'lifetime',
    says: ({ wanted, missing }, passed) => {
      if (!passed) {
        return {
          label: 'no lifetime asked, and no default',
          title: 'This tool demands a lifetime',
          caption: 'The tool has no default, so it signs nothing until somebody names a lifetime.',
          because: `Nobody asked for a lifetime, and ${spokenList(missing).replace('default of ', '')} has no default.`,
        };
      }
      return wanted.includes('lifetime')
        ? {
            label: 'a lifetime was asked for',
            title: 'The caller names the lifetime',
            caption: 'The tool takes the lifetime that it is asked for.',
            because: 'A lifetime that is asked for comes before any default.',
          }
        : {
            label: 'no lifetime asked: the default counts',
            title: 'The tool’s own default fills the gap',
            caption: 'Nobody asked for a lifetime, so the tool takes a number from its own code.',
            because: `It is the ${spokenList(wanted)}, for users and roles alike.`,
          };
    },
  },
  'tool.lifetime-taken': {
    name: 'tool limit',
    says: ({ asked, limits: [limit] }, passed) => ({
      label: `${shortLength(asked)}: ${passed ? (limit ? 'within the tool’s limit' : 'this tool has no limit') : 'more than this tool takes'}`,
      title: passed ? 'The tool accepts the lifetime' : 'The tool refuses to sign for so long',
      caption: passed
        ? limit
          ? 'The tool compares the lifetime with the seven days that S3 accepts.'
          : 'The tool hands the number on as it is; only S3 will look at it.'
        : 'The tool knows that S3 would refuse such a link, and does not even sign it.',
      because: limit
        ? `The lifetime is ${asked} seconds, and ${limit.name} takes ${limit.value} at most.`
        : `The lifetime is ${asked} seconds, and the tool compares it with nothing.`,
    }),
  },
};
