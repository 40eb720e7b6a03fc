import { Suspense, lazy } from 'react';

import {
  HELPER_SOURCES,
  MODES,
  REFRESH,
  chainSays,
  helperDiffers,
  helperEnds,
  refreshSays,
} from '#content/helperWords.ts';
import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { CreateSession } from '#engine/rolesanywhere/acts.ts';
import { helperConfig, refreshesOf } from '#engine/rolesanywhere/helper.ts';
import type { Refresh } from '#engine/rolesanywhere/helper.ts';
import type { Instant } from '#engine/time.ts';
import type { AnswerStep, Trace } from '#engine/trace.ts';
import type { TemporaryKey } from '#engine/world.ts';

import styles from './HelperTwin.module.css';
import twin from './Twin.module.css';

const SourceLink = lazy(() =>
  import('./SourceLink.tsx').then((module) => ({ default: module.SourceLink })),
);

interface HelperTwinProps {
  readonly command: string;
  readonly place: { readonly trace: Trace; readonly cursor: Cursor };
}

/** The answer to the call, where the run has come so far. */
const answerOf = ({ trace, cursor }: HelperTwinProps['place'], act: string) =>
  trace.steps
    .slice(0, cursor)
    .find((step): step is AnswerStep => step.row === 'answer' && step.act.id === act);

const keyOf = ({ act, world }: AnswerStep): TemporaryKey | undefined =>
  Object.values(world.accessKeys).find(
    (key): key is TemporaryKey => key.kind === 'temporary' && key.issuedBy === act.id,
  );

/** What the helper does otherwise, and how it ends. */
const foundBy = (act: CreateSession, answer: AnswerStep | undefined) => ({
  differs: helperDiffers(act),
  ends: helperEnds(act, answer?.outcome, answer && keyOf(answer)),
});

/** What it would find in a request is what is to be predicted. */
const NOTHING_FOUND: Partial<ReturnType<typeof foundBy>> = {};

/** What AWS's credential helper would be told, what it would print, and when it would ask again. */
export function HelperTwin({ command, place }: HelperTwinProps) {
  const step = stepAt(place.trace, place.cursor);
  if (step?.act.kind !== 'rolesanywhere:CreateSession') return null;
  const { act, world } = step;
  const answer = answerOf(place, act.id);
  const key = answer && keyOf(answer);
  const isAsked = place.trace.goesOn === true && !answer;
  const { differs, ends } = isAsked ? NOTHING_FOUND : foundBy(act, answer);
  const certificate = world.x509?.certificates.find(({ id }) => id === act.certificate);
  return (
    <div className={twin.frame}>
      <p>The same call, made by AWS’s credential helper. The paths are examples.</p>
      {differs !== undefined && <p className={styles.differs}>{differs}</p>}
      <pre className={twin.code} aria-label="The command" data-scrolls>
        {command}
      </pre>
      <p>For an SDK it stands in ~/.aws/config, on one line:</p>
      <pre className={twin.code} aria-label="The config file" data-scrolls>
        {helperConfig(world, act)}
      </pre>
      <p>{ends ? ends.says : 'It has printed nothing yet: the answer is still to come.'}</p>
      {ends && (
        <pre className={twin.code} aria-label="What it ends with" data-scrolls>
          {ends.text}
        </pre>
      )}
      <p>{REFRESH}</p>
      {key && certificate && (
        <Refreshes
          rows={refreshesOf({ from: key.issuedAt, until: key.expiresAt }, certificate.notAfter)}
          certificateEnds={certificate.notAfter}
        />
      )}
      <dl className={styles.modes}>
        {MODES.map(({ name, does }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className={twin.sources}>
        <Suspense>
          {HELPER_SOURCES.map((id) => (
            <SourceLink key={id} id={id} />
          ))}
        </Suspense>
      </div>
    </div>
  );
}

interface RefreshesProps {
  readonly rows: readonly Refresh[];
  readonly certificateEnds: Instant;
}

/** Sessions that follow each other, each asked for before the one before ends. */
function Refreshes({ rows, certificateEnds }: RefreshesProps) {
  const start = rows[0]?.from ?? certificateEnds;
  const end = Math.max(...rows.map(({ from, until }) => until ?? from));
  const share = (moment: number): string =>
    `${(((moment - start) / Math.max(1, end - start)) * 100).toFixed(2)}%`;
  return (
    <figure className={styles.refreshes}>
      <figcaption>With update, the sessions follow each other like this:</figcaption>
      <ol>
        {rows.map((row, index) => (
          <li key={row.from}>
            <span>{refreshSays(row, index, start)}</span>
            <i className={styles.track} aria-hidden="true">
              <i
                data-refused={row.until === undefined}
                style={{
                  insetInlineStart: share(row.from),
                  inlineSize: share(start + ((row.until ?? row.from) - row.from)),
                }}
              />
            </i>
          </li>
        ))}
      </ol>
      <p>{chainSays(rows, certificateEnds)}</p>
    </figure>
  );
}
