import { useMemo } from 'react';

import { readDraft } from '#content/workbench/draft.ts';
import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import { keyName } from '#content/workbench/knownKeys.ts';
import { nameOfNew } from '#content/workbench/policyTypes.ts';
import { decidedSentence, decisionVerdict } from '#content/workbench/verdictWords.ts';
import { worldOfCase } from '#engine/policy/accessCase.ts';
import { derivedKeys } from '#engine/policy/context.ts';
import { decide } from '#engine/policy/decide.ts';
import { denialAnswer } from '#engine/policy/message.ts';
import { parsePolicy } from '#engine/policy/parse.ts';
import { at } from '#engine/time.ts';
import {
  addKey,
  addPolicy,
  bringBack,
  changeDraft,
  changeKey,
  changePolicy,
  chooseCaller,
  chooseStatement,
  clearBench,
  isOwnWork,
  removeKey,
  removePolicy,
  setOpen,
  showExample,
  useWorkbench,
} from '#stores/workbench.ts';
import type { Draft } from '#content/workbench/draft.ts';
import { ContextKeys } from '#views/workbench/ContextKeys.tsx';
import { Gallery } from '#views/workbench/Gallery.tsx';
import { Policies } from '#views/workbench/Policies.tsx';
import { RequestForm } from '#views/workbench/RequestForm.tsx';
import { Workbench } from '#views/workbench/Workbench.tsx';

import { Announcer } from './Announcer.tsx';

/** When the request is made: a moment of the labs, so that a verdict is the same every day. */
const NOW = at('2026-01-15T12:00:00Z');

/** What a draft comes to: a decision, or what is in its way. */
function judged(draft: Draft) {
  const read = readDraft(draft, parsePolicy);
  if (read.kind === 'obstacles') return { obstacles: read.obstacles, derived: [] };
  const { request, world } = worldOfCase(read.case, NOW);
  const decision = decide(request, world);
  return {
    obstacles: [],
    derived: [...derivedKeys(request, world)].map(
      ([key, value]) =>
        [keyName(key), typeof value === 'string' ? value : value.join(', ')] as const,
    ),
    decided: {
      decision,
      ...(decision.verdict !== 'allow' && { denial: denialAnswer(decision, request, world) }),
    },
  };
}

/** The policy workbench: any policies, any request, and the verdict gate by gate. */
export function PoliciesPage() {
  const bench = useWorkbench();
  const { draft, example, before, open, chosen } = bench;
  const { obstacles, derived, decided } = useMemo(() => judged(draft), [draft]);
  const current = POLICY_EXAMPLES.find(({ id }) => id === example);
  const said = decided
    ? `${decisionVerdict(decided.decision).word}. ${decidedSentence(decided.decision)}`
    : '';
  return (
    <>
      <Workbench
        gallery={
          <Gallery
            examples={POLICY_EXAMPLES}
            current={current}
            isChanged={isOwnWork(bench)}
            onShow={showExample}
            onClear={clearBench}
            onBringBack={before && bringBack}
          />
        }
        request={
          <RequestForm
            draft={draft}
            obstacles={obstacles}
            onChange={changeDraft}
            onCaller={chooseCaller}
          />
        }
        context={
          <ContextKeys
            keys={draft.keys}
            derived={derived}
            onAdd={addKey}
            onChange={changeKey}
            onRemove={removeKey}
          />
        }
        policies={
          <Policies
            draft={draft}
            obstacles={obstacles}
            open={open}
            chosen={chosen}
            onOpen={setOpen}
            onAdd={(type) => addPolicy(type, nameOfNew(type, draft.policies))}
            onChange={changePolicy}
            onRemove={removePolicy}
          />
        }
        verdict={{
          decided,
          obstacles,
          chosen,
          onOpen: (id) => setOpen(id, true),
          onChoose: ({ policyId, pointer }) => chooseStatement(policyId, pointer),
          canChoose: (policyId) => draft.policies.some(({ id }) => id === policyId),
        }}
      />
      <Announcer sentence={said} isSilent={false} />
    </>
  );
}
