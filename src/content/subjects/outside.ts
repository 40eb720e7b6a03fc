import { OUTSIDE_SERVICE } from '#engine/outside/service.ts';

import type { Subject } from './subject.ts';

/** What people tell each other outside AWS. */
export const OUTSIDE: Subject = {
  service: OUTSIDE_SERVICE,
  rules: {},
  says: ({ act }, { who }) =>
    act.kind === 'tell'
      ? {
          label: act.what,
          title: `${who} ${act.what}`,
          caption: `${who} ${act.what}; no API of AWS is called.`,
          because: act.credentials
            ? 'Whoever holds the credentials can sign with them: AWS asks for nothing else.'
            : 'What happens outside AWS passes none of its checks.',
        }
      : undefined,
};
