import { SERVICE_PREFIXES } from './servicePrefixes.ts';

/** A note on the action of a request; undefined where there is nothing to say. */
export function actionNote(action: string): string | undefined {
  const [prefix = '', name] = action.trim().split(':', 2);
  if (name === undefined || prefix === '' || SERVICE_PREFIXES.has(prefix.toLowerCase())) return;
  return `“${prefix}” is no service prefix this page knows. Check how it is spelt.`;
}
