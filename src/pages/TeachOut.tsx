import { use, useMemo } from 'react';

import type { Question } from '#content/question.ts';
import { download } from '#platform/download.ts';
import { isFile } from '#study/teach/exports.ts';
import type { ExportId } from '#study/teach/exports.ts';
import { remarksOn } from '#study/teach/remarks.ts';
import { QuestionSheet } from '#views/teach/QuestionSheet.tsx';
import { TakeOut } from '#views/teach/TakeOut.tsx';
import styles from '#views/teach/Teach.module.css';

/** What writes files knows the answers, and so plays the simulator: it comes after the page. */
const loadWriting = () => import('#study/teach/fileOf.ts');

let asked: ReturnType<typeof loadWriting> | undefined;

/** Questions as a file or on paper. */
export function TeachOut({
  questions,
  as,
  onAs,
}: {
  readonly questions: readonly Question[];
  readonly as: ExportId;
  readonly onAs: (as: ExportId) => void;
}) {
  const { fileOf, plainOnes } = use((asked ??= loadWriting()));
  const file = useMemo(
    () => (isFile(as) && questions.length > 0 ? fileOf(as, questions) : undefined),
    [fileOf, as, questions],
  );
  const plain = useMemo(() => (isFile(as) ? [] : plainOnes(questions)), [plainOnes, as, questions]);
  return (
    <>
      <div className={styles.screen}>
        <TakeOut
          as={as}
          count={questions.length}
          remarks={remarksOn(as, questions)}
          text={file?.text}
          onAs={onAs}
          onSave={() => file && download(file.name, file.text, file.type)}
          onPrint={() => print()}
        />
      </div>
      {plain.length > 0 && (
        <QuestionSheet questions={plain} hasAnswers={as === 'sheet-with-answers'} />
      )}
    </>
  );
}
