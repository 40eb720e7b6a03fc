/** The app's own few signs, drawn on a grid of 16. */

const SHAPES = {
  first: 'M3 2v12M13.5 2.5 6 8l7.5 5.5z',
  back: 'M12 2.5 4.5 8l7.5 5.5z',
  play: 'M4 1.5 14 8 4 14.5z',
  pause: 'M5 2v12M11 2v12',
  next: 'M4 2.5 11.5 8 4 13.5z',
  last: 'M13 2v12M2.5 2.5 10 8l-7.5 5.5z',
  theme: 'M13.5 10A6 6 0 0 1 6 2.5 6 6 0 1 0 13.5 10z',
  keyboard: 'M1.5 4h13v8h-13zM4 7h.1M7 7h.1M10 7h.1M12.5 7h.1M5 9.5h6',
  share: 'M9 2h5v5M14 2 7.5 8.5M11.5 9v4.5h-9v-9H7',
  search: 'M11.5 6.7a4.8 4.8 0 1 1-9.6 0 4.8 4.8 0 0 1 9.6 0zM10.3 10.2 14.5 14.4',
  present: 'M1.5 2.5h13v8h-13zM8 10.5v2M5 14.5l3-2 3 2',
} as const;

export type IconName = keyof typeof SHAPES;

const FILLED: ReadonlySet<IconName> = new Set(['first', 'back', 'play', 'next', 'last']);

/** A sign beside or instead of a word; the control around it carries the name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill={FILLED.has(name) ? 'currentcolor' : 'none'}
      stroke="currentcolor"
      strokeWidth={name === 'pause' ? 3 : 1.6}
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
