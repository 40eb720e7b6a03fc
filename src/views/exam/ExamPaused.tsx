import { sayMinutes } from '#study/examClock.ts';

import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';

/** An exam whose clock stands: its questions are covered. */
export function ExamPaused({
  left,
  onGoOn,
}: {
  readonly left: number;
  readonly onGoOn: () => void;
}) {
  return (
    <Message title="The exam is paused">
      <p>The clock stands at {sayMinutes(left)} left. Your answers are kept.</p>
      <p>
        <Button kind="strong" onClick={onGoOn}>
          Go on
        </Button>
      </p>
    </Message>
  );
}
