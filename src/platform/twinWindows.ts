/** What windows of a pair do to each other. */

/** The address of the app itself, without a hash. */
export const pageAddress = (): string => location.href.split('#')[0] ?? '';

/** Opens the presenter's window of a pair, or brings it to the front; tells whether the browser let it. */
export function openPresenter(pair: string, hash: string): boolean {
  const opened = window.open(
    `${pageAddress()}${hash}`,
    `shortlived-presenter-${pair}`,
    'popup,width=1180,height=820',
  );
  opened?.focus();
  return opened !== null;
}

/** How large this window is. */
export const windowSize = (): { readonly width: number; readonly height: number } => ({
  width: Math.max(1, innerWidth),
  height: Math.max(1, innerHeight),
});

/** Calls back when this window goes away. */
export function onLeaving(listener: () => void): () => void {
  addEventListener('pagehide', listener);
  return () => removeEventListener('pagehide', listener);
}
