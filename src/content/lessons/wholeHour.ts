import type { Lesson } from './format.ts';
import { HEAD, stop } from './stop.ts';

const WHY = '#/lab/sts/why-temporary';
const TWELVE = '#/lab/sts/twelve-hours-asked';
const NARROW = '#/lab/sts/session-policy';
const DEPUTY = '#/lab/sts/confused-deputy';
const SEVEN = '#/lab/presigned/seven-days';
const LEAK = '#/lab/sts/leak-and-respond';
const PLANT = '#/lab/rolesanywhere/key-file';

/** 60 minutes: a temporary credential from its birth to its end, with every door on the way. */
export const WHOLE_HOUR: Lesson = {
  ...HEAD,
  title: 'Temporary credentials, from birth to end',
  about:
    'A class for the Security – Specialty exam: who gets a session, what it may do, what is made of it, and how it is cut off.',
  stops: [
    stop('Why at all', `${WHY}?v=1`, {
      minutes: 2,
      say: [
        'The story: Mia pastes credentials into a public chat. Ask who has seen that happen.',
        'Tell them how the hour works: you show, they predict, the run decides.',
      ],
    }),
    stop('A session is born', `${WHY}/assume-role.answer?v=1`, {
      minutes: 2,
      say: ['Three parts: an id, a secret and a token. And an end: read it from the bar below.'],
    }),
    stop('Three hours later', `${WHY}/wait.clock?v=1`, {
      minutes: 3,
      say: ['The thief was in once, before the end. Now he comes again.'],
      ask: {
        question: 'The thief comes back at 12:30, and nobody has done anything. What happens?',
        options: ['It still works', 'Refused: the session has ended', 'Refused: he was noticed'],
      },
    }),
    stop('It ends by itself', `${WHY}/come-back.token-alive?v=1`, {
      minutes: 2,
      say: ['That is the whole idea of the hour: an end that nobody has to remember.'],
    }),
    stop('How long may it be?', `${TWELVE}/assume-role.duration-when-chained?v=1`, {
      minutes: 3,
      say: [
        'The role’s maximum is one hour. The job asks for twelve. Everything else is in order.',
      ],
      ask: {
        question: 'Twelve hours asked, one allowed. What does STS do?',
        options: ['It gives one hour', 'It gives twelve hours', 'It refuses'],
      },
    }),
    stop('No rounding down', `${TWELVE}/assume-role.duration-within-role?v=1`, {
      minutes: 3,
      say: [
        'Refused. STS does not shorten what was asked.',
        'Two ways out: ask for less, or raise the role’s maximum. Turn the knob and show the second.',
      ],
    }),
    stop('Less than the role', `${NARROW}/read.answer?v=1`, {
      minutes: 3,
      say: ['Omar’s role reads and writes. He passed a session policy that only reads.'],
      ask: {
        question: 'The role may write. May this session?',
        options: ['Yes: the role’s policy allows it', 'No: both must allow it', 'Only once'],
      },
    }),
    stop('What both allow', `${NARROW}/write.allowed?v=1`, {
      minutes: 3,
      say: [
        'A session policy gives nothing. It only takes away.',
        'Leave the presentation and open the policy, if somebody doubts it.',
      ],
    }),
    stop('A vendor comes in', `${DEPUTY}/for-anna.answer?v=1`, {
      minutes: 3,
      say: [
        'Anna lets a vendor use her role. The vendor sends the external id made for her.',
        'Ask what else the vendor could do with its trust.',
      ],
    }),
    stop('The wrong customer', `${DEPUTY}/mallory-asks.said?v=1`, {
      minutes: 3,
      say: ['Mallory is a customer of the same vendor. He types in Anna’s role as his own.'],
      ask: {
        question: 'The vendor asks for Anna’s role, for Mallory. Does STS give it?',
        options: [
          'Yes: the role trusts the vendor',
          'No: the external id is Mallory’s',
          'No: Mallory is in no policy',
        ],
      },
    }),
    stop('One condition', `${DEPUTY}/for-mallory.assume-role-allowed?v=1`, {
      minutes: 3,
      say: ['The same vendor, the same role, another id. That is all that tells the two apart.'],
    }),
    stop('And without it', `${DEPUTY}/for-mallory.answer?v=1&condition=none`, {
      minutes: 3,
      say: [
        'The same run without the condition. Mallory’s report would be about Anna’s account.',
        'This has a name in the exam: the confused deputy.',
      ],
    }),
    stop('What a session signs', `${SEVEN}/sign.done?v=1`, {
      minutes: 3,
      say: [
        'A link for seven days, signed by a session that ends at 13:00. No call left the server.',
      ],
    }),
    stop('Five past one', `${SEVEN}/wait.clock?v=1`, {
      minutes: 3,
      say: ['Two ends are on the board: seven days, and 13:00.'],
      ask: {
        question: 'The link is opened at 13:05. What does S3 answer?',
        options: ['The file', 'Refused: the link has run out', 'Refused: the session has ended'],
      },
    }),
    stop('Whichever ends first', `${SEVEN}/open-url.token-alive?v=1`, {
      minutes: 3,
      say: ['The most common trap of this hour. Let somebody say the rule in their own words.'],
    }),
    stop('Respond', `${LEAK}/to-user.done?v=1`, {
      minutes: 4,
      say: [
        'A thief has a user’s key, and has opened two sessions with it. The key was just switched off.',
        'Let groups of three decide, and take one answer from each.',
      ],
      ask: {
        question: 'The key is off. What can the thief still use?',
        options: ['Nothing', 'Both sessions', 'Only the session of the role', 'Only new sessions'],
      },
    }),
    stop('The thief is still in', `${LEAK}/with-role.answer?v=1`, {
      minutes: 3,
      say: ['A session does not ask whether its key is still there. It asks for its own end.'],
    }),
    stop('Cut it off', `${LEAK}/with-role.allowed?v=1&role=revoked`, {
      minutes: 3,
      say: [
        'Revoking attaches a policy that denies all that was issued before now.',
        'So responding takes two deeds: stop the source, and cut off what came of it.',
      ],
    }),
    stop('No key in the plant', `${PLANT}/retire.done?v=1`, {
      minutes: 2,
      say: [
        'Outside AWS there was a key file on a server. It is deleted, and the batch must run tonight.',
      ],
      ask: {
        question: 'What can prove to AWS who this server is?',
        options: [
          'Its network address',
          'A certificate of the company’s CA',
          'A new access key only',
        ],
      },
    }),
    stop('A certificate instead', `${PLANT}/create-session.answer?v=1`, {
      minutes: 3,
      say: [
        'IAM Roles Anywhere gives a session to whoever proves to hold the key of a certificate.',
        'What the server has now ends by itself, like everything in this hour.',
      ],
    }),
    stop('Take home', '#/facts/limits', {
      minutes: 3,
      say: [
        'All durations on one page. It can be printed.',
        'Ask each for one number that surprised them.',
      ],
    }),
  ],
};
