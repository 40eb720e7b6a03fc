/** Links of the first release. They stand in slides, notes and chats, so they must open for ever: add to them, change none. */

interface GoldenLink {
  readonly hash: string;
  /** How the run ends: an error code, or granted. */
  readonly ends: string;
}

export const GOLDEN_LINKS: readonly GoldenLink[] = [
  { hash: '#/lab/presigned/seven-days?v=1', ends: 'ExpiredToken' },
  { hash: '#/lab/presigned/seven-days/open-url.token-alive?v=1', ends: 'ExpiredToken' },
  {
    hash: '#/lab/presigned/seven-days/assume-role.answer?v=1&tab=credentials',
    ends: 'ExpiredToken',
  },
  {
    hash: '#/lab/presigned/seven-days/sign.done?v=1&signer=user&tab=canonical-request',
    ends: 'granted',
  },
  { hash: '#/lab/presigned/seven-days/open-url.answer?v=1&used=20260115T124500Z', ends: 'granted' },
  {
    hash: '#/lab/presigned/seven-days/assume-role.duration-within-role?v=1&session=7200&maximum=3600',
    ends: 'ValidationError',
  },
  {
    hash: '#/lab/presigned/seven-days/assume-role.duration-when-chained?v=1&signer=chained&session=7200',
    ends: 'ValidationError',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.signature-matches?v=1&change=method&used=20260115T124500Z&mode=present&theme=projector',
    ends: 'SignatureDoesNotMatch',
  },
  {
    hash: '#/lab/presigned/seven-days/change.done?v=1&before=revoked&used=20260115T124500Z',
    ends: 'AccessDenied',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.not-reached?v=1&expires=691200',
    ends: 'AuthorizationQueryParametersError',
  },
  {
    hash: '#/lab/presigned/seven-days/assume-role.assume-role-allowed?v=1&trusted=off&theme=dark',
    ends: 'AccessDenied',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.not-in-the-future?v=1&signer=user&clock=fast&used=20260115T120000Z',
    ends: 'AccessDenied',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.signer-allowed?v=1&permissions=z.q-ZSUFAKSy0qzszPU7JSUDIyMDTSNTTQNTRX0gFJBZcklqTmpuaVACWjgQIKCiAdIKAUnJkC0uFXWuSTWpyaB1YPlnBNS0tNBmlQcknNq0SIOyaXQG0pNrbSQogHpRbnlxYlp4JktJTAorVAMparFgA&used=20260115T124500Z&theme=light',
    ends: 'AccessDenied',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.object-found?v=1&permissions=z.q-ZSUFAKSy0qzszPU7JSUDIyMDTSNTTQNTRX0gFJBZcklqTmpuaVACWjgQIKCiAdIKAUnJkC0uFedHjb4fmpYOVgcde0tNRkkHolx5yc_HKEhGNyCdSWYmMr99QSLYRUUGpxfmlRcipIUksJLFoLJGO5agE&used=20260115T124500Z&before=deleted',
    ends: 'AccessDenied',
  },
  {
    hash: '#/lab/rolesanywhere/stolen-disk/open-again.certificate-current?v=1&tries=20260601T120000Z',
    ends: 'AccessDeniedException',
  },
  {
    hash: '#/lab/rolesanywhere/stolen-disk/open-again.token-current?v=1&way=saml',
    ends: 'ExpiredTokenException',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.token-alive?v=1&used=20260115T124500Z&was=kept&was.session=7200',
    ends: 'granted',
  },
  {
    hash: '#/lab/presigned/seven-days/open-url.token-alive?v=1&session=7200&was=kept&closer=kept&tab=url',
    ends: 'granted',
  },
  { hash: '#/lab/presigned/seven-days?v=1&mode=worksheet', ends: 'ExpiredToken' },
  {
    hash: '#/lab/presigned/seven-days/open-url.token-alive?v=1&mode=embed&theme=light',
    ends: 'ExpiredToken',
  },
];

/** Pages of a part that was linked to. */
export const GOLDEN_PLACES: readonly string[] = [
  '#/facts/limits',
  '#/facts/limits?find=session',
  '#/facts/rules?find=s3.token-alive',
  '#/facts/rules?v=1&service=sts&basis=modelled',
  '#/facts/glossary?find=role+session',
  '#/quiz/exam',
  '#/quiz/exam?size=10&topic=presigned',
  '#/quiz/exam?size=65',
  '#/quiz/class',
  '#/quiz/class/second-role',
  '#/mechanisms',
  '#/lesson',
  '#/lesson/half-hour',
  '#/lesson/half-hour/3',
  '#/mechanisms/compare',
  '#/mechanisms?v=1&who=server&holds=certificate&needs=api',
  '#/be',
  '#/be?draw=2',
  '#/be/presigned/seven-days?v=1',
  '#/be/sts/confused-deputy/for-mallory?v=1&condition=none',
];

/** Questions that were linked to. */
export const GOLDEN_QUESTIONS: readonly string[] = [
  '#/quiz/link-and-session',
  '#/quiz/second-role',
  '#/quiz/permission-taken-away',
];

/** Sets that were shared, and what they ask. */
export const GOLDEN_SETS: readonly (readonly [hash: string, asks: readonly string[]])[] = [
  [
    '#/quiz?set=z.i1bKyczL1k3MS9EtTi0uzszPU9JRKk5NzgcKFOXnpCrFAgA',
    ['link-and-session', 'second-role'],
  ],
  [
    '#/quiz?set=z.TY6xDoJAEER_hWyNNnbXGCtjCyYWhMIcG2_DcUfYJUgM_-6ojeVM3pvdhpR9Tt1uypGpfJGtI5MjH7J4FCQd0sLcHxDUeEC8BfGh8PcYjyjzaJKTkmtg89MAnFTngavvJIlW8giobZq5pCWsIC5WiO5p-1z8OWe2mlUxdc09J4h_ZJGygW7xQp4nPObgiWHfUR2lY6Vta98',
    ['second-role', 'added-week3'],
  ],
  [
    '#/quiz/teach?topic=sts&difficulty=3&set=z.i1bKyczL1k3MS9EtTi0uzszPU9JRKk5NzgcKFOXnpCrFAgA&as=sheet-with-answers',
    ['link-and-session', 'second-role'],
  ],
];

/** Predictions that were linked to, each with its key. */
export const GOLDEN_PREDICTIONS: readonly { readonly hash: string; readonly key: string }[] = [
  {
    hash: '#/quiz/predict/presigned/seven-days/open-url.stops?v=1&expires=259200',
    key: 'stops-s3.token-alive',
  },
  {
    hash: '#/quiz/predict/sts/one-hour-chained/assume-deploy.stops?v=1&of=sts',
    key: 'stops-sts.duration-when-chained',
  },
  {
    hash: '#/quiz/predict/rolesanywhere/dead-certificate/create-session.ends?v=1',
    key: 'ends-20260119T235500Z',
  },
];
