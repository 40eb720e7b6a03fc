/** Words that people type, and what they look for without them. */

/** Words of a question that say nothing of what it is about. */
const IDLE: ReadonlySet<string> = new Set(
  (
    'a about after all am an and any anyway apply applies are as at aws be been but by can could did do does for from had happen happens has have ' +
    'how i if in into is it its just me my no not now of on or our really should so some still than that the their them ' +
    'then there they this to too up us use versus vs was we were what when where which while who why will with would you your'
  ).split(' '),
);

/** The words that are looked for among those typed: idle ones only where there are no others. */
export function toldWords(typed: readonly string[]): readonly string[] {
  const told = typed.filter((word) => !IDLE.has(word));
  return told.length > 0 ? told : typed;
}

/** Words for the same thing, or nearly. */
const SAME: readonly (readonly string[])[] = [
  'url link links urls',
  'presign presigned signed',
  'expire expires expired expiry expiration end ends dead dies died lifetime outlive ttl',
  'long longest last lasts life lives lifetime length duration',
  'max maximum longest most limit limits',
  'min minimum shortest least',
  'default defaults standard',
  'leak leaked stolen stole steal thief theft compromised exposed',
  'revoke revoked revocation revoking cancel invalidate',
  'rotate rotation renew renews renewed refresh',
  'off disable disabled deactivate deactivated inactive',
  'refuse refused refusal deny denied denies forbidden rejected',
  'add adds extend grant',
  'delete deleted remove removed',
  'certificate certificates cert certs x509',
  'mfa 2fa otp totp',
  'skew skewed drift clock',
  'once single',
  'log logs trail cloudtrail audit',
  'ip network networks',
  'role roles assume',
  'day days d',
  'hour hours h',
  'minute minutes min',
  '1 one',
  '2 two',
  '5 five',
  '6 six',
  '7 seven',
  '10 ten',
  '12 twelve',
  '15 fifteen',
].map((words) => words.split(' '));

/** Other words for a word. */
export const sameAs = (word: string): ReadonlySet<string> =>
  new Set(SAME.filter((words) => words.includes(word)).flat());
