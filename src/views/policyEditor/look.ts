import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor's look: all colours are those of tokens.css, which reach into its shadow root. */
export const look = EditorView.theme({
  '&': {
    backgroundColor: 'var(--code)',
    border: '1px solid var(--line-strong)',
    borderRadius: '7px',
    color: 'var(--ink)',
    fontSize: '13px',
    // Two dozen lines before it takes the wheel.
    maxHeight: 'max(12em, min(39em, 76vh))',
    minHeight: '7em',
  },
  '@media print': { '&': { maxHeight: 'none' } },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  '&:has([aria-invalid="true"])': { border: '3px double var(--bad)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-line': { padding: '0 10px 0 6px' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: '0',
    color: 'var(--ink-2)',
    fontSize: '12px',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '26px', padding: '0 4px 0 6px' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-strong)',
  },
  '.problem-place': {
    backgroundColor: 'var(--bad-back)',
    textDecoration: 'underline wavy 1.5px var(--bad)',
    textUnderlineOffset: '0.2em',
  },
  '.problem-sentence': {
    color: 'var(--bad)',
    fontFamily: 'var(--sans)',
    fontSize: '13px',
    fontWeight: '600',
    lineHeight: '1.4',
    padding: '1px 10px 4px 6px',
    whiteSpace: 'normal',
  },
  '.marked-line': {
    backgroundColor: 'var(--time-back)',
    borderInlineStart: '3px solid var(--time)',
    paddingInlineStart: '3px',
  },
});

/** JSON by weight more than by colour: names stand out, signs step back. */
export const jsonStyle = HighlightStyle.define([
  { tag: tags.propertyName, fontWeight: '650' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--time)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
]);
