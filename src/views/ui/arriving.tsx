import { use } from 'react';
import type { ComponentType } from 'react';

/** A component that is drawn once it is loaded: `lazy`, without its wait for what has come already. */
export function arriving<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function Arriving(props) {
    const View = use(load());
    return <View {...props} />;
  };
}
