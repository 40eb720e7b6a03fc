import type { Paper } from '#content/judge/papers/paper.ts';

/** What stands on a paper, below its title: named values, and the text of a policy or a request. */
export const PaperBody = ({ rows, text }: Pick<Paper, 'rows' | 'text'>) => (
  <>
    {rows && (
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {text !== undefined && <pre>{text}</pre>}
  </>
);
