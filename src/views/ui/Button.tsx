import type { ComponentProps } from 'react';

import styles from './Button.module.css';

interface Look {
  readonly kind?: 'plain' | 'strong' | 'round' | 'square' | 'link' | 'chip';
}

/** A button in one of the app's looks. */
export function Button({ kind = 'plain', ...rest }: Look & ComponentProps<'button'>) {
  return <button type="button" className={styles.button} data-kind={kind} {...rest} />;
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'plain', children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a className={styles.button} data-kind={kind} {...rest}>
      {children}
    </a>
  );
}
