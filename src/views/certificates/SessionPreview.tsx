import { useId } from 'react';

import { carriedBy, DEFAULT_TEXTS, trustPolicyFor } from '#content/trial/session.ts';
import type { MappingTexts } from '#content/trial/session.ts';
import { CERTIFICATE_FIELDS } from '#engine/rolesanywhere/resources.ts';
import type { Certificate } from '#engine/x509/certificate.ts';

import { FactNote } from '../calls/FactNote.tsx';
import { CopyButton } from '../trial/CopyButton.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Certificates.module.css';

interface SessionPreviewProps {
  readonly certificate: Certificate;
  readonly mappings: MappingTexts;
  readonly onMappings: (mappings: MappingTexts) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** What the role session would carry of the certificate, and a trust policy that fits it. */
export function SessionPreview({ certificate, mappings, onMappings, onCopy }: SessionPreviewProps) {
  const { sessionName, sourceIdentity, tags, leftOut } = carriedBy(certificate, mappings);
  const policy = trustPolicyFor(carriedBy(certificate, mappings));
  const isDefault = CERTIFICATE_FIELDS.every((field) => mappings[field] === DEFAULT_TEXTS[field]);
  return (
    <>
      <section className={styles.part} aria-labelledby="carries">
        <h3 id="carries">What the role session would carry</h3>
        <dl className={styles.carried}>
          <div>
            <dt>session name</dt>
            <dd>
              {sessionName} <span className={styles.note}>the serial number in hex</span>
            </dd>
          </div>
          <div>
            <dt>sourceIdentity</dt>
            <dd>{sourceIdentity}</dd>
          </div>
          {tags.map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {leftOut.map(({ key, value }) => (
            <div key={key} data-out="true">
              <dt>{key}</dt>
              <dd>
                <del>{value}</del>{' '}
                <span className={styles.note}>left out: no tag takes these characters</span>
              </dd>
            </div>
          ))}
        </dl>
        <FactNote source="rolesanywhere.trust-model" basis="documented" />
        <details className={styles.mapping}>
          <summary>Attribute mapping of the profile: {isDefault ? 'default' : 'changed'}</summary>
          <p className={styles.note}>
            Which attributes become tags. An empty field maps nothing, and a condition on a tag that
            is not there finds nothing.
          </p>
          {CERTIFICATE_FIELDS.map((field) => (
            <MappingField
              key={field}
              field={field}
              value={mappings[field]}
              onChange={(value) => onMappings({ ...mappings, [field]: value })}
            />
          ))}
          {!isDefault && <Button onClick={() => onMappings(DEFAULT_TEXTS)}>Default mapping</Button>}
        </details>
      </section>
      <section className={styles.part} aria-labelledby="fitting">
        <h3 id="fitting">A trust policy that fits</h3>
        <p className={styles.note}>
          It lets in this name under one trust anchor, and nobody else. Without the condition on
          aws:SourceArn any anchor of the account would do.
        </p>
        <pre className={styles.policy} aria-label="Trust policy">
          {policy}
        </pre>
        <p>
          <CopyButton label="Copy the policy" text={policy} onCopy={onCopy} />
        </p>
      </section>
    </>
  );
}

interface MappingFieldProps {
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function MappingField({ field, value, onChange }: MappingFieldProps) {
  const id = useId();
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{field}</label>
      <input
        id={id}
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </p>
  );
}
