import { ButtonLink } from '#views/ui/Button.tsx';
import { Message } from '#views/ui/Message.tsx';

import { formatRoute } from './route.ts';

/** A link that leads nowhere: said plainly, with a way on. */
export function MissingPage({ asked }: { readonly asked: string }) {
  return (
    <Message title="There is nothing at this link">
      <p>
        The link asks for <code>{asked.slice(0, 80)}</code>. It may have lost its end, or come from
        another version.
      </p>
      <p>
        <ButtonLink kind="strong" href={formatRoute({ place: { page: 'start' } })}>
          Go to the start
        </ButtonLink>
      </p>
    </Message>
  );
}
