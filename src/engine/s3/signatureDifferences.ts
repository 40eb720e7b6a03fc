/** The parts of a canonical request, in order (SigV4, canonical request). */
const PARTS = ['method', 'path', 'query', 'headers', 'signed headers', 'payload hash'] as const;

function partsOf(canonicalRequest: string): readonly string[] {
  const [method = '', path = '', query = '', ...rest] = canonicalRequest.split('\n');
  return [method, path, query, rest.slice(0, -3).join('\n'), rest.at(-2) ?? '', rest.at(-1) ?? ''];
}

/** Which parts of a canonical request differ from what was signed: parameters by their names, headers as `header host`. */
export function signatureDifferences(signed: string, received: string): readonly string[] {
  const before = partsOf(signed);
  const now = partsOf(received);
  return PARTS.flatMap((part, index) => {
    const was = before[index] ?? '';
    const is = now[index] ?? '';
    if (was === is) return [];
    const named =
      part === 'query'
        ? changedNames(was.split('&'), is.split('&'), '=')
        : part === 'headers'
          ? changedNames(was.split('\n'), is.split('\n'), ':').map((name) => `header ${name}`)
          : [];
    return named.length > 0 ? named : [part]; // a parameter that only came twice has no name that changed
  });
}

/** The names in front of a mark in the lines that only one of the two has. */
function changedNames(
  signed: readonly string[],
  received: readonly string[],
  mark: string,
): readonly string[] {
  const before = new Set(signed.filter((line) => line !== ''));
  const now = new Set(received.filter((line) => line !== ''));
  const changed = [...before, ...now].filter((line) => before.has(line) !== now.has(line));
  return [...new Set(changed.map((line) => line.split(mark)[0] ?? line))];
}
