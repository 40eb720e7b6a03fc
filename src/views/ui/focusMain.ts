/** Brings the focus to the page's content, before what holds it goes away. */
export const focusMain = (): void =>
  document.getElementById('main')?.focus({ preventScroll: true });
