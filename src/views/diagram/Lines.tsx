import { LINE, linesIn } from './layout.ts';

interface LinesProps {
  readonly text: string;
  /** Where each line begins, ends or has its middle, as the text is anchored. */
  readonly x: number;
  readonly room: number;
  readonly scale: number;
}

/** Words of a drawing: in two lines where one has no room. */
export function Lines({ text, x, room, scale }: LinesProps) {
  const [first = '', second] = linesIn(text, room, scale);
  if (second === undefined) return text;
  const height = LINE * scale;
  return (
    <>
      <tspan x={x} dy={-height / 2}>
        {first}
      </tspan>
      <tspan x={x} dy={height}>
        {second}
      </tspan>
    </>
  );
}
