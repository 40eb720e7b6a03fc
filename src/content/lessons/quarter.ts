import type { Lesson } from './format.ts';
import { HEAD, stop } from './stop.ts';

const STORY = '#/lab/sts/why-temporary';

/** 15 minutes: one leak, told twice. */
export const QUARTER: Lesson = {
  ...HEAD,
  title: 'Why temporary? One leak, told twice',
  about:
    'For anybody who has an access key. Afterwards they know what an end date is worth, and what it is not.',
  stops: [
    stop('What is at stake', `${STORY}?v=1`, {
      minutes: 1.5,
      say: [
        'Mia’s night backups are in a bucket. She reads them with a role.',
        'In a moment her credentials will be in a public chat. We do not hurry to the end: each step is one thing that happens.',
      ],
    }),
    stop('A session is born', `${STORY}/assume-role.answer?v=1`, {
      minutes: 2,
      say: [
        'STS has checked who asks, who is trusted, and for how long.',
        'Show the lifetime at the bottom: it is an hour, and it runs from now.',
        'Point out the prefix ASIA. It marks a key that ends by itself.',
      ],
    }),
    stop('It leaks', `${STORY}/paste.said?v=1`, {
      minutes: 2,
      say: ['Nobody notices. Count the hands before you go on, and ask one of each side why.'],
      ask: {
        question: 'A thief tries it ten minutes later. Does AWS let him in?',
        options: ['Yes', 'No: he is not Mia', 'No: he comes from another network'],
      },
    }),
    stop('Whoever has it, is it', `${STORY}/first-look.answer?v=1`, {
      minutes: 1.5,
      say: [
        'Granted. AWS knows the key and the token; it does not know who holds them.',
        'So being temporary does not keep a thief out. What does it do?',
      ],
    }),
    stop('Half past twelve', `${STORY}/wait.clock?v=1`, {
      minutes: 2,
      say: ['Nobody has done anything in between. Let them vote, then talk to their neighbours.'],
      ask: {
        question: 'The thief comes back. What happens?',
        options: [
          'It still works: nobody stopped it',
          'Refused: the session has ended',
          'Refused: the key is not known',
        ],
      },
    }),
    stop('The end came by itself', `${STORY}/come-back.token-alive?v=1`, {
      minutes: 2,
      say: [
        'The key is still known. The token has ended, and that is enough.',
        'Read the code aloud: ExpiredToken. It is what one sees in real logs.',
      ],
    }),
    stop('The same leak with a long-term key', `${STORY}/come-back.answer?v=1&stolen=key`, {
      minutes: 2.5,
      say: [
        'One thing is different: Mia pasted the access key of her user.',
        'Granted, three hours later. It would be the same next year, until somebody acts.',
      ],
    }),
    stop('What to take home', '#/facts/lives', {
      minutes: 1.5,
      say: [
        'A temporary credential is as good as a key while it lives. Its end is what you gain.',
        'The table shows who signs links that live how long: that is the next lesson.',
      ],
    }),
  ],
};
