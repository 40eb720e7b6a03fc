import type { Lesson } from './format.ts';
import { HEAD, stop } from './stop.ts';

const SEVEN = '#/lab/presigned/seven-days';
const USER = '#/lab/presigned/user-signed';
const CHAIN = '#/lab/sts/one-hour-chained';
const LOST = '#/lab/presigned/permission-lost';

/** 30 minutes: four ends of what was given away. */
export const HALF_HOUR: Lesson = {
  ...HEAD,
  title: 'When does it end? Sessions, links and chains',
  about:
    'For those who sign links or take roles. Afterwards they find the end of a credential before the exam, or the customer, does.',
  stops: [
    stop('A session with an end', `${SEVEN}/assume-role.answer?v=1`, {
      minutes: 2,
      say: [
        'A build server has taken a role. Its session ends at 13:00: write that on the board.',
        'Everything it signs from now on is signed with this session.',
      ],
    }),
    stop('A link is signed', `${SEVEN}/sign.done?v=1`, {
      minutes: 3,
      say: [
        'No arrow goes to AWS. Signing is arithmetic on the server itself.',
        'So nobody at AWS could say no to seven days. They are only asked for.',
      ],
    }),
    stop('Five past one', `${SEVEN}/wait.clock?v=1`, {
      minutes: 3,
      say: ['The link says seven days; one hour has passed. Let them vote, talk, and vote again.'],
      ask: {
        question: 'The customer opens the link at 13:05. What does S3 answer?',
        options: [
          'The file: six days are left',
          'Refused: the link has run out',
          'Refused: the session that signed has ended',
        ],
      },
    }),
    stop('The session decides', `${SEVEN}/open-url.token-alive?v=1`, {
      minutes: 3,
      say: [
        'Point at the check of the link’s own time: it passed. Three checks later, one did not.',
        'A link lives as long as it says, or as long as its signer: whichever ends first.',
      ],
    }),
    stop('Another signer', `${USER}/wait.clock?v=1`, {
      minutes: 3,
      say: ['This job signs with the access key of an IAM user. Ask what is missing in the link.'],
      ask: {
        question: 'It is almost a week later. Does this link still open?',
        options: ['Yes', 'No: no link lives longer than a session', 'No: 12 hours are the most'],
      },
    }),
    stop('Really seven days', `${USER}/open-url.answer?v=1`, {
      minutes: 2,
      say: [
        'Granted: this signer has no end date.',
        'That is the trade: a link that lasts, signed with a key that lasts, too.',
      ],
    }),
    stop('A role with twelve hours', `${CHAIN}/first.answer?v=1`, {
      minutes: 2,
      say: ['Now a chain. Lena has a role session and takes a second role with it.'],
    }),
    stop('Two hours, please', `${CHAIN}/assume-deploy.assume-role-allowed?v=1`, {
      minutes: 3,
      say: ['Both roles allow twelve hours. She asks for two. Who thinks it works?'],
      ask: {
        question: 'The second role allows 12 hours, and Lena asks for 2. What does STS do?',
        options: ['It gives 2 hours', 'It gives 1 hour', 'It refuses'],
      },
    }),
    stop('A chain has an hour', `${CHAIN}/assume-deploy.duration-when-chained?v=1`, {
      minutes: 2,
      say: [
        'Refused, and not shortened. Whoever calls with a role session gets an hour at most.',
        'The maximum of the role does not matter here.',
      ],
    }),
    stop('Something changes meanwhile', `${LOST}/change.done?v=1`, {
      minutes: 3,
      say: [
        'The link is ten minutes old, its session lives. An administrator takes a permission away.',
      ],
      ask: {
        question: 'The lawyer opens a link that was signed before the change. What now?',
        options: [
          'It opens: it was allowed when it was signed',
          'It opens: the session still lives',
          'Refused: the signer may not do this now',
        ],
      },
    }),
    stop('Asked anew at each use', `${LOST}/open-url.signer-allowed?v=1`, {
      minutes: 2,
      say: [
        'A link carries no permission. S3 asks what its signer may do at this very moment.',
        'In this lab a change counts at once; AWS may need minutes.',
      ],
    }),
    stop('Three ends, and the first one counts', '#/facts/lives', {
      minutes: 2,
      say: [
        'The link’s own time, the session of its signer, and what the signer may do.',
        'Let them find their own tool in the table of defaults.',
      ],
    }),
  ],
};
