/** A part of an object, in bytes, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a Range header asks of an object of some size: a part, nothing that is there, or, where S3 does not read it,
 * the whole (GetObject; RFC 9110, section 14). S3 serves one range at a time.
 */
export function readRange(header: string, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return within({ from: Math.max(0, size - Number(last)), to: size - 1 }, size);
  if (last !== '' && Number(last) < Number(first)) return undefined;
  const end = last === '' ? size - 1 : Number(last);
  return within({ from: Number(first), to: Math.min(end, size - 1) }, size);
}

const within = (range: ByteRange, size: number): ByteRange | 'unsatisfiable' =>
  range.from >= size || range.to < range.from ? 'unsatisfiable' : range;
