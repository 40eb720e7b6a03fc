import { Suspense, lazy, memo } from 'react';
import type { ComponentType, ReactNode } from 'react';

import { isOnTrial } from '#content/trial/onTrial.ts';
import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { AwsError } from '#engine/errors.ts';
import type { GateId } from '#engine/policy/gates.ts';
import type { Check } from '#engine/judge.ts';
import type { RuleId } from '#engine/rules.ts';
import type { Step, Trace } from '#engine/trace.ts';

import { Artifacts } from './Artifacts.tsx';
import type { Copy } from './CommandTwin.tsx';
import { Facts } from './Facts.tsx';
import type { Editing } from './policyTabs.ts';

/** Sources are read last, so they are loaded last. */
const Provenance = lazy(() =>
  import('./Provenance.tsx').then((module) => ({ default: module.Provenance })),
);

/** Few checks have policies to show. */
const PolicyGates = lazy(() =>
  import('./PolicyGates.tsx').then((module) => ({ default: module.PolicyGates })),
);

/** The rule a step is about. */
function ruleOf(step: Step): RuleId | undefined {
  if (step.row === 'check') return step.check.rule;
  return step.row === 'answer' && step.outcome.kind === 'refused' ? step.outcome.rule : undefined;
}

/** The gate at which policies decided, where they did. */
function gateOf(step: Step): GateId | undefined {
  const check =
    step.row === 'check'
      ? step.check
      : step.row === 'answer' && step.outcome.kind === 'refused'
        ? step.outcome.check
        : undefined;
  return check?.evidence.kind === 'policy' ? check.evidence.decision.decidedBy.gate : undefined;
}

/** The error a step ends with. */
function errorOf(step: Step): AwsError | undefined {
  if (step.row === 'check') return step.check.error;
  return step.row === 'answer' && step.outcome.kind === 'refused' ? step.outcome.error : undefined;
}

/** What shows the certificates of a step on trial. */
export interface OnTrialProps {
  readonly place: { readonly trace: Trace; readonly cursor: Cursor };
}

export interface DetailsProps {
  readonly place: OnTrialProps['place'];
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly editing?: Editing | undefined;
  readonly onCopy?: Copy | undefined;
  /** Brings the certificates closer where a check looks at them; it loads by itself. */
  readonly OnTrial?: ComponentType<OnTrialProps> | undefined;
  /** Where a rule stands among all rules. */
  readonly ruleHref?: ((rule: RuleId) => string) | undefined;
}

/** What lies under a step's words: the values compared, the gates, the bytes, the sources. Remembered by the place. */
export const Details = memo(function Details(props: DetailsProps) {
  const { place, OnTrial, ruleHref } = props;
  const step = stepAt(place.trace, place.cursor);
  if (!step) return null;
  const rule = ruleOf(step);
  return (
    <>
      {step.row === 'check' && (
        <Compared
          check={step.check}
          onTrial={OnTrial && isOnTrial(step) && <OnTrial place={place} />}
        />
      )}
      {step.row === 'check' && step.check.evidence.kind === 'policy' && (
        <Suspense>
          <PolicyGates evidence={step.check.evidence} />
        </Suspense>
      )}
      <Artifacts {...props} />
      {rule !== undefined && (
        <Suspense>
          <Provenance
            rule={rule}
            wording={errorOf(step)?.wording}
            gate={gateOf(step)}
            act={step.act}
            href={ruleHref?.(rule)}
          />
        </Suspense>
      )}
    </>
  );
});

/** What a check compared: certificates on trial where it looked at them, else the values in a table. */
function Compared({ check, onTrial }: { readonly check: Check; readonly onTrial: ReactNode }) {
  const { evidence, result } = check;
  const facts = <Facts evidence={evidence} failed={result === 'fail'} />;
  const isOfCertificates = evidence.kind === 'certificate' || evidence.kind === 'path';
  if (!onTrial) return facts;
  return (
    <>
      {!isOfCertificates && facts}
      <Suspense fallback={isOfCertificates ? facts : null}>{onTrial}</Suspense>
    </>
  );
}
