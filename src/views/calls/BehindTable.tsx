import { BEHIND } from '#content/calls/behind.ts';
import type { BehindId } from '#content/calls/behind.ts';

import { ButtonLink } from '../ui/Button.tsx';
import { CallName } from './CallName.tsx';
import styles from './Calls.module.css';
import { FactNote } from './FactNote.tsx';

interface BehindTableProps {
  readonly hrefOf: (id: BehindId) => string;
  readonly hasRun: (id: BehindId) => boolean;
}

/** Which service makes which call; each row leads to its run. */
export function BehindTable({ hrefOf, hasRun }: BehindTableProps) {
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} data-scrolls data-wide>
        <caption>
          Most calls to AWS STS are made by somebody else: a service, an SDK, a sign-in page. Step
          through what happens where it can be seen.
        </caption>
        <thead>
          <tr>
            <th scope="col">What one uses</th>
            <th scope="col">The call</th>
            <th scope="col">Made by</th>
            <th scope="col">Showing</th>
            <th scope="col">Lasts</th>
            <th scope="col">Worth knowing</th>
            <th scope="col">Run</th>
          </tr>
        </thead>
        <tbody>
          {BEHIND.map(({ id, feature, call, by, shows, lasts, says, source, basis }) => (
            <tr key={id}>
              <th scope="row">{feature}</th>
              <td data-label="The call">{call.includes(' ') ? call : <CallName name={call} />}</td>
              <td data-label="Made by">{by}</td>
              <td data-label="Showing">{shows}</td>
              <td data-label="Lasts">{lasts}</td>
              <td data-label="Worth knowing">
                {says}
                <FactNote source={source} basis={basis} />
              </td>
              <td data-label="Run" className={styles.run}>
                {hasRun(id) ? (
                  <ButtonLink href={hrefOf(id)}>
                    Step through<span className="visually-hidden">: {feature}</span>
                  </ButtonLink>
                ) : (
                  <span className={styles.nothing}>nothing to see</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
