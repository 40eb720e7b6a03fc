import { ROLE_WORDS } from '#content/dissect/partWords.ts';
import type { ToolForm, ToolUrl } from '#engine/dissect/toolUrl.ts';
import { dissect } from '#engine/dissect/dissect.ts';
import { PART_ROLES } from '#engine/dissect/part.ts';

import { PaintedText } from '../dissect/Painted.tsx';
import styles from './Facts.module.css';

interface RecordedProps {
  readonly title: string;
  readonly urls: readonly ToolUrl[];
  readonly forms: readonly ToolForm[];
}

/** What the chosen tool made when it was run here, part by part; only such a URL is exact. */
export function Recorded({ title, urls, forms }: RecordedProps) {
  const [first, ...more] = [
    ...urls.map((url) => <MadeUrl key={url.id} made={url} />),
    ...forms.map((form) => <MadeForm key={form.id} made={form} />),
  ];
  return (
    <section className={styles.group} aria-labelledby="facts-recorded">
      <h2 id="facts-recorded">What {title} made here</h2>
      {first ?? (
        <p className={styles.aside}>
          It was not run here with such credentials, so no URL of it is drawn: its default and its
          source are all that is known.
        </p>
      )}
      {more.length > 0 && (
        <details className={styles.more}>
          <summary>{more.length} more that it made here</summary>
          {more}
        </details>
      )}
    </section>
  );
}

function MadeUrl({ made }: { readonly made: ToolUrl }) {
  const { url, headers, isDefault } = made;
  const parts = partsOf(url);
  const roles = PART_ROLES.filter((role) => parts.some((part) => part.role === role));
  return (
    <article className={styles.recorded}>
      <MadeBy made={made}>{isDefault ? 'no lifetime asked' : 'with a lifetime asked for'}</MadeBy>
      <code className="visually-hidden">{url}</code>
      <PaintedText text={url} parts={parts} />
      {headers.length > 0 && (
        <p>
          To be sent with it:
          <code>{headers.map(([name, value]) => `${name}: ${value}`).join(' · ')}</code>
        </p>
      )}
      <p className={styles.aside} aria-hidden="true">
        {roles.map((role) => `${PART_ROLES.indexOf(role) + 1} ${ROLE_WORDS[role]}`).join(' · ')}
      </p>
    </article>
  );
}

function MadeForm({ made }: { readonly made: ToolForm }) {
  return (
    <article className={styles.recorded}>
      <MadeBy made={made}>a form for {made.url}</MadeBy>
      <dl className={styles.fields}>
        {Object.entries(made.fields).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

interface MadeByProps {
  readonly made: ToolUrl | ToolForm;
  readonly children: React.ReactNode;
}

function MadeBy({ made: { tool, version, from, command }, children }: MadeByProps) {
  return (
    <p>
      <b>
        {tool} {version}
      </b>{' '}
      <span className={styles.from}>
        from {from} · {children}
      </span>
      <code>{command}</code>
    </p>
  );
}

/** The parts of a URL, as the page that takes URLs apart finds them. */
function partsOf(url: string) {
  const dissected = dissect(url);
  return 'parts' in dissected ? dissected.parts : [];
}
