/** The question about a rule: apart from the questions, so that a lab can link to one without loading them all. */
const ABOUT: Readonly<Record<string, string>> = {
  'sts.duration-when-chained': 'second-role',
  'sts.duration-within-role': 'more-than-the-role-allows',
  's3.url-alive': 'signed-by-a-user',
  's3.key-known': 'key-switched-off',
  's3.token-alive': 'link-and-session',
  's3.signature-matches': 'another-method',
  's3.signer-allowed': 'permission-taken-away',
};

/** The id of a question whose answer this rule decides; undefined when there is none. */
export const questionAbout = (rule: string): string | undefined =>
  Object.hasOwn(ABOUT, rule) ? ABOUT[rule] : undefined;
