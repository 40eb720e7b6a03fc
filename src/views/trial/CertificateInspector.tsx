import { useMemo } from 'react';

import { allowedBy } from '#content/trial/allows.ts';
import { LISTS_FILE, verifyCommand, wholeCommand } from '#content/trial/commands.ts';
import { differencesOf } from '#content/trial/differences.ts';
import { fieldRows, nameOfCertificate } from '#content/trial/fields.ts';
import type { FieldRow } from '#content/trial/fields.ts';
import { CERTIFICATE_TABS } from '#content/trial/look.ts';
import type { CertificateTab } from '#content/trial/look.ts';
import type { Certificate } from '#engine/x509/certificate.ts';
import type { Trial } from '#engine/x509/trial.ts';

import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Command, FieldBytes } from './FieldBytes.tsx';
import { Tabs } from './Tabs.tsx';
import styles from './Trial.module.css';

/** Another certificate to compare with, and what it is. */
export interface Compared {
  readonly says: string;
  readonly certificate: Certificate;
}

export interface CertificateInspectorProps {
  readonly trial: Trial;
  readonly certificate: Certificate;
  readonly file: string;
  readonly pem: string;
  /** All revocation lists as one file; empty where there are none. */
  readonly listsPem: string;
  readonly compared: Compared | undefined;
  readonly tab: CertificateTab;
  readonly onTab: (tab: CertificateTab) => void;
  readonly field: string | undefined;
  /** Shows the bytes of a field. */
  readonly onField: (id: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: (name: string, text: string) => void;
  /** Saves the request with which the certificate was asked for, where its key is known. */
  readonly onRequest?: ((name: string) => void) | undefined;
}

/** One certificate from close by: its fields, what it allows, its bytes, how it differs, its file. */
export function CertificateInspector(props: CertificateInspectorProps) {
  const { certificate, compared, tab, onTab, field, onField, file, onCopy } = props;
  const rows = useMemo(() => fieldRows(certificate), [certificate]);
  const differences = compared ? differencesOf(certificate, compared.certificate) : [];
  const row = rows.find(({ id }) => id === field) ?? rows[0];
  const titles: Readonly<Record<CertificateTab, string>> = {
    fields: 'Fields',
    allows: 'What it allows',
    bytes: 'Bytes',
    differs: `Differs (${differences.length})`,
    file: 'File',
  };
  const tabs = CERTIFICATE_TABS.filter((id) => id !== 'differs' || compared).map((id) => ({
    id,
    title: titles[id],
  }));
  const open = tabs.some(({ id }) => id === tab) ? tab : 'fields';
  return (
    <section className={styles.inspector} aria-label="Certificate inspector">
      <p className={styles.note}>{nameOfCertificate(certificate)}</p>
      <h3 className={styles.title}>Certificate inspector</h3>
      <Tabs label="Parts of the certificate" open={open} onOpen={onTab} {...{ tabs }}>
        {open === 'fields' && <Fields rows={rows} field={field} onField={onField} />}
        {open === 'allows' && <Allows certificate={certificate} />}
        {open === 'bytes' && row && (
          <FieldBytes {...{ certificate, row, rows, file, onField, onCopy }} />
        )}
        {open === 'differs' && compared && (
          <Differences says={compared.says} differences={differences} />
        )}
        {open === 'file' && <File {...props} />}
      </Tabs>
    </section>
  );
}

interface FieldsProps {
  readonly rows: readonly FieldRow[];
  readonly field: string | undefined;
  readonly onField: (id: string) => void;
}

const MOST_ROWS = 60;
const LONGEST = 400;

function Fields({ rows, field, onField }: FieldsProps) {
  return (
    <>
      <dl className={styles.fields}>
        {rows.slice(0, MOST_ROWS).map(({ id, name, value, isCritical }) => (
          <div key={id} data-chosen={id === field}>
            <dt>
              <button
                type="button"
                title="Show its bytes"
                aria-label={`${name}: show its bytes`}
                onClick={() => onField(id)}
              >
                {name}
              </button>
              {isCritical && <span className={styles.note}> critical</span>}
            </dt>
            <dd>{value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}</dd>
          </div>
        ))}
      </dl>
      {rows.length > MOST_ROWS && <p>And {rows.length - MOST_ROWS} more.</p>}
    </>
  );
}

const Allows = ({ certificate }: { readonly certificate: Certificate }) => (
  <ul className={styles.allows}>
    {allowedBy(certificate).map(({ isAllowed, text }) => (
      <li key={text} data-tone={isAllowed ? 'good' : 'bad'}>
        <Mark tone={isAllowed ? 'good' : 'bad'} size={18} />
        <span>
          <b>{isAllowed ? 'MAY' : 'MAY NOT'}</b> {text}
        </span>
      </li>
    ))}
  </ul>
);

const Differences = ({
  says,
  differences,
}: {
  readonly says: string;
  readonly differences: ReturnType<typeof differencesOf>;
}) => (
  <>
    <p className={styles.note}>
      Beside {says}. Serial number and signature always differ, so they are left out.
    </p>
    {differences.length === 0 ? (
      <p>Nothing else differs.</p>
    ) : (
      <dl className={styles.differences}>
        {differences.map(({ id, name, here, there }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <span className={styles.note}>here</span> <ins>{here ?? 'absent'}</ins>
            </dd>
            <dd>
              <span className={styles.note}>there</span> <del>{there ?? 'absent'}</del>
            </dd>
          </div>
        ))}
      </dl>
    )}
  </>
);

function File(props: CertificateInspectorProps) {
  const { trial, pem, listsPem, file, onCopy, onSave, onRequest } = props;
  const request = file.replace('.pem', '.csr');
  return (
    <>
      <p className={styles.actions}>
        <Button onClick={() => onSave(file, pem)}>Download {file}</Button>
        {onRequest && <Button onClick={() => onRequest(request)}>Download {request}</Button>}
        {listsPem !== '' && (
          <Button onClick={() => onSave(LISTS_FILE, listsPem)}>Download {LISTS_FILE}</Button>
        )}
        <CopyButton label="Copy PEM" text={pem} onCopy={onCopy} />
      </p>
      <pre className={styles.pem} aria-label={`${file} as PEM`}>
        {pem.length > 8000 ? `${pem.slice(0, 8000)}…` : pem}
      </pre>
      <Command text={wholeCommand(file)} onCopy={onCopy} />
      <Command text={verifyCommand(trial)} onCopy={onCopy} />
      <p className={styles.note}>
        openssl judges the path alone: it knows nothing of what AWS asks of the certificate that
        signs.
      </p>
    </>
  );
}
