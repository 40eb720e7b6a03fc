import { useMemo } from 'react';

import { POLICY_EXAMPLES } from '#content/workbench/examples.ts';
import { judgeDraft } from '#content/workbench/judge.ts';
import { nameOfNew } from '#content/workbench/policyTypes.ts';
import { judgedSentence } from '#content/workbench/verdictWords.ts';
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
import { ContextKeys } from '#views/workbench/ContextKeys.tsx';
import { Gallery } from '#views/workbench/Gallery.tsx';
import { Policies } from '#views/workbench/Policies.tsx';
import { RequestForm } from '#views/workbench/RequestForm.tsx';
import { Workbench } from '#views/workbench/Workbench.tsx';

import { Announcer } from './Announcer.tsx';
import { useActionNote } from './useActionNote.ts';

/** The policy workbench: any policies, any request, and the verdict gate by gate. */
export function PoliciesPage() {
  const bench = useWorkbench();
  const { draft, example, before, open, chosen } = bench;
  const judged = useMemo(() => judgeDraft(draft), [draft]);
  const obstacles = judged.kind === 'withheld' ? judged.obstacles : [];
  const derived = judged.kind === 'withheld' ? [] : judged.derived;
  const actionNote = useActionNote(draft.action);
  const current = POLICY_EXAMPLES.find(({ id }) => id === example);
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
            actionNote={actionNote}
            onChange={changeDraft}
            onCaller={chooseCaller}
          />
        }
        context={
          <ContextKeys
            keys={draft.keys}
            caller={draft.caller}
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
          judged,
          chosen,
          onOpen: (id) => setOpen(id, true),
          onChoose: ({ policyId, pointer }) => chooseStatement(policyId, pointer),
          canChoose: (policyId) => draft.policies.some(({ id }) => id === policyId),
        }}
      />
      <Announcer sentence={judgedSentence(judged)} isSilent={false} />
    </>
  );
}
