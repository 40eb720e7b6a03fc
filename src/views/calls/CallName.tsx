import { Fragment } from 'react';

import styles from './Calls.module.css';

/** The name of a call, which may be broken between its words only. */
export function CallName({ name, isStruck = false }: { name: string; isStruck?: boolean }) {
  const words = name.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
    // The words of a name do not change places.
    <Fragment key={word}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
  return isStruck ? (
    <s className={styles.call}>{words}</s>
  ) : (
    <span className={styles.call}>{words}</span>
  );
}
