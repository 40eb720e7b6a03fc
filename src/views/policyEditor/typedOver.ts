import { EditorView } from '@codemirror/view';

/**
 * Text typed over a selection, put in here: a browser that does it itself keeps the look of what was there by inline
 * styles, which the page's policy forbids.
 */
export const typedOver = EditorView.domEventHandlers({
  beforeinput: ({ data, inputType }, view) => {
    if (inputType !== 'insertText' || data === null || view.composing) return false;
    const { from, to } = selected(view);
    if (from === to) return false;
    const insert = view.state.toText(data);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
      userEvent: 'input.type',
    });
    return true;
  },
});

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is selected: as the editor has read it, or as the browser has it and the editor has not read yet. */
function selected(view: EditorView): Span {
  const { main } = view.state.selection;
  // Chromium has this for shadow roots too; elsewhere the editor's own reading has to do.
  const root = view.root as { readonly getSelection?: () => Selection | null };
  const found = main.empty ? root.getSelection?.() : null;
  if (!found?.anchorNode || !found.focusNode) return main;
  if (!view.contentDOM.contains(found.anchorNode) || !view.contentDOM.contains(found.focusNode)) {
    return main;
  }
  const anchor = view.posAtDOM(found.anchorNode, found.anchorOffset);
  const head = view.posAtDOM(found.focusNode, found.focusOffset);
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}
