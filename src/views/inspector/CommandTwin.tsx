import { Suspense, lazy, useId, useState } from 'react';

import { COMMAND_TOOLS } from '#content/commands/command.ts';
import type { Command, CommandTool } from '#content/commands/command.ts';
import { commandsOf } from '#content/commands/commandsOf.ts';
import { commandSources } from '#content/commands/toolSources.ts';
import {
  COPIED,
  COPY_REFUSED,
  SECRETS_NOTE,
  TOOL_WORDS,
  carriesKey,
} from '#content/commands/toolWords.ts';
import { stepAt } from '#engine/cursor.ts';
import type { Cursor } from '#engine/cursor.ts';
import type { Act } from '#engine/act.ts';
import type { Trace } from '#engine/trace.ts';
import type { World } from '#engine/world.ts';

import { Button } from '../ui/Button.tsx';
import styles from './CommandTwin.module.css';
import twin from './Twin.module.css';

const SourceLine = lazy(() =>
  import('./SourceLink.tsx').then((module) => ({ default: module.SourceLine })),
);

/** Copies a text; tells whether the browser allowed it. */
export type Copy = (text: string) => Promise<boolean>;

export interface CommandTwinProps {
  readonly place: { readonly trace: Trace; readonly cursor: Cursor };
  /** The open tab with the tool chosen last, `command-with-boto3`: any text, for it comes from a link. */
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly onCopy?: Copy | undefined;
}

/** The world that an act happens in. */
function worldBefore({ start, steps }: Trace, act: Act): World {
  const first = steps.findIndex((step) => step.act.id === act.id);
  return steps[first - 1]?.world ?? start;
}

/** The same act, as somebody would type it. */
export function CommandTwin({ place, tab, onTab, onCopy }: CommandTwinProps) {
  const step = stepAt(place.trace, place.cursor);
  if (!step) return null;
  const found = commandsOf(worldBefore(place.trace, step.act), step.act);
  if (found.kind === 'none') return <p className={styles.none}>{found.because}</p>;
  const { commands, notes } = found;
  const tool = tab?.split('-with-')[1];
  const shown = commands.find((one) => one.tool === tool) ?? commands[0];
  const onTool = (name: CommandTool): void => onTab(`command-with-${name}`);
  return (
    <div className={twin.frame}>
      <div className={styles.bar}>
        <Tools commands={commands} shown={shown} onTool={onTool} />
        {onCopy && <CopyCommand key={shown.text} command={shown} onCopy={onCopy} />}
      </div>
      <pre className={twin.code} aria-label={`The command: ${TOOL_WORDS[shown.tool]}`} data-scrolls>
        {shown.text}
      </pre>
      {[...notes, ...(carriesKey(shown.text) ? [SECRETS_NOTE] : [])].map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div className={twin.sources}>
        <Suspense>
          {commandSources(shown).map((source) => (
            <SourceLine key={source.url} source={source} />
          ))}
        </Suspense>
      </div>
    </div>
  );
}

interface ToolsProps {
  readonly commands: readonly Command[];
  readonly shown: Command;
  readonly onTool: (tool: CommandTool) => void;
}

/** The tools there is a command for; one alone is only named. */
function Tools({ commands, shown, onTool }: ToolsProps) {
  const name = useId();
  const tools = COMMAND_TOOLS.filter((tool) => commands.some((one) => one.tool === tool));
  if (tools.length === 1) return <strong>{TOOL_WORDS[shown.tool]}</strong>;
  return (
    <fieldset className={styles.tools}>
      <legend className="visually-hidden">Tool</legend>
      {tools.map((tool) => (
        <label key={tool}>
          <input
            type="radio"
            name={name}
            checked={tool === shown.tool}
            onChange={() => onTool(tool)}
          />
          {TOOL_WORDS[tool]}
        </label>
      ))}
    </fieldset>
  );
}

function CopyCommand({ command, onCopy }: { readonly command: Command; readonly onCopy: Copy }) {
  const [said, setSaid] = useState('');
  return (
    <span className={styles.copy}>
      <Button
        aria-label={`Copy the command: ${TOOL_WORDS[command.tool]}`}
        onClick={() =>
          void onCopy(command.text).then((isCopied) => setSaid(isCopied ? COPIED : COPY_REFUSED))
        }
      >
        Copy
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}
