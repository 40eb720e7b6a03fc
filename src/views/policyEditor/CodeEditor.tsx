import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';

import { offsetOf, rangeAt } from '#engine/policy/textRange.ts';

import type { EditorProps } from './editor.ts';
import { jsonStyle, look } from './look.ts';
import { marksField, setMarks } from './marks.ts';
import { typedOver } from './typedOver.ts';

/** Marks a change that came from outside, which nobody outside need be told. */
const outside = Annotation.define<true>();

const stop = (event: Event): void => event.stopPropagation();

const contentOf = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * The policy editor. It lives in a shadow root: there its styles are sheets of their own, which the page's policy
 * allows. Tab is not its key: it leads on to the next control.
 */
export function CodeEditor({ label, text, problems, marked, onText, ref, startAt }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const told = useRef({ label, onText, isInvalid: problems.length > 0 });
  const initial = useRef({ text, startAt });

  useLayoutEffect(() => {
    told.current = { label, onText, isInvalid: problems.length > 0 };
  });

  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (!root) return undefined;
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: contentOf(initial.current.text),
        extensions: extensions(told),
      }),
    });
    editor.current = view;
    // What is typed here is no shortcut of the page.
    root.addEventListener('keydown', stop);
    const { startAt: at } = initial.current;
    if (at !== undefined) {
      view.focus();
      view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) } });
    }
    return () => {
      root.removeEventListener('keydown', stop);
      view.destroy();
    };
  }, [initial]);

  // Before the next key is heard: a later one would be taken back.
  useLayoutEffect(() => {
    const view = editor.current;
    if (!view) return;
    const wanted = contentOf(text);
    const found = view.state.doc.toString();
    view.dispatch({
      ...(wanted !== found && { changes: { from: 0, to: found.length, insert: wanted } }),
      effects: setMarks.of({ problems, marked: marked?.pointer }),
      annotations: outside.of(true),
    });
  }, [text, problems, marked]);

  useEffect(() => {
    const view = editor.current;
    const range = view && marked && rangeAt(view.state.doc.toString(), marked.pointer);
    if (!range) return;
    view.focus();
    view.dispatch({
      selection: { anchor: range.from },
      effects: EditorView.scrollIntoView(range.from, { y: 'center' }),
    });
  }, [marked]);

  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const view = editor.current;
      const anchor = offsetOf(view?.state.doc.toString() ?? '', line, column);
      view?.dispatch({ selection: { anchor }, scrollIntoView: true });
      view?.focus();
    },
    cursor: () =>
      editor.current?.hasFocus === true ? editor.current.state.selection.main.head : undefined,
  }));

  return <div ref={host} />;
}

interface Told {
  readonly current: {
    readonly label: string;
    readonly onText: (text: string) => void;
    readonly isInvalid: boolean;
  };
}

const extensions = (told: Told) => [
  typedOver,
  lineNumbers(),
  history(),
  indentOnInput(),
  bracketMatching(),
  json(),
  syntaxHighlighting(jsonStyle),
  EditorView.lineWrapping,
  marksField,
  look,
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.contentAttributes.of(() => ({
    'aria-label': told.current.label,
    tabindex: '0',
    'aria-invalid': String(told.current.isInvalid),
  })),
  EditorView.updateListener.of((update) => {
    const isOurs = update.transactions.some((each) => each.annotation(outside) === true);
    if (update.docChanged && !isOurs) told.current.onText(update.state.doc.toString());
  }),
];
