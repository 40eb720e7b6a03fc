import { premiseOf } from '#content/premises.ts';
import { useAttempts } from '#stores/attempts.ts';
import { goTo } from '#stores/stage.ts';
import { drawn, isRequestId, requestId } from '#study/judge/request.ts';
import type { AskedRequest } from '#study/judge/request.ts';
import type { Attempt } from '#study/attempt.ts';
import { RequestList } from '#views/judge/RequestList.tsx';
import type { ListedRequest } from '#views/judge/RequestList.tsx';

import { LABS } from './labs.ts';
import { formatRoute } from './route.ts';

function listed(
  { lab, scenario, act, knobs }: AskedRequest,
  before: Attempt | undefined,
): ListedRequest {
  return {
    href: formatRoute({ place: { page: 'be', run: { lab, scenario, act, knobs } } }),
    premise: premiseOf({ lab, id: scenario }) ?? '',
    ...(before && { before: before.isCorrect ? 'right' : 'missed' }),
  };
}

/** Requests worth judging, drawn over the labs. */
export function BeList({ turn }: { readonly turn: number }) {
  const { attempts } = useAttempts();
  const own = new Map(
    attempts
      .filter(({ questionId }) => isRequestId(questionId))
      .map((attempt) => [attempt.questionId, attempt]),
  );
  const requests = drawn(turn);
  return (
    <RequestList
      labs={LABS.map(({ id, title }) => ({
        title,
        requests: requests
          .filter(({ lab }) => lab === id)
          .map((one) => listed(one, own.get(requestId(one)))),
      }))}
      judged={own.size}
      faultless={[...own.values()].filter(({ isCorrect }) => isCorrect).length}
      onMore={() => goTo({ page: 'be', turn: (turn % 99) + 1 })}
    />
  );
}
