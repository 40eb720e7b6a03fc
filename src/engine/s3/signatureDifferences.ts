/** The parts of a canonical request, in order (SigV4, canonical request). */
const PARTS = ['method', 'path', 'query', 'headers', 'signed headers', 'payload hash'] as const;

function partsOf(canonicalRequest: string): readonly string[] {
  const [method = '', path = '', query = '', ...rest] = canonicalRequest.split('\n');
  return [method, path, query, rest.slice(0, -3).join('\n'), rest.at(-2) ?? '', rest.at(-1) ?? ''];
}

/** Which parts of a canonical request differ from what was signed; for the query, the names of the parameters. */
export function signatureDifferences(signed: string, received: string): readonly string[] {
  const before = partsOf(signed);
  const now = partsOf(received);
  return PARTS.flatMap((part, index) => {
    if (before[index] === now[index]) return [];
    if (part !== 'query') return [part];
    const changed = changedParameters(before[index] ?? '', now[index] ?? '');
    return changed.length > 0 ? changed : [part]; // a parameter that only came twice has no name that changed
  });
}

function changedParameters(signed: string, received: string): readonly string[] {
  const before = new Set(signed.split('&'));
  const now = new Set(received.split('&'));
  const changed = [...before, ...now].filter((pair) => before.has(pair) !== now.has(pair));
  return [...new Set(changed.map((pair) => pair.split('=')[0] ?? pair))];
}
