/** Text with wildcards: `*` for any run of characters, `?` for exactly one (IAM User Guide, Resource). */

/** A run of text between two `*`; at each hole stood a `?`. */
interface Piece {
  readonly text: string;
  readonly holes: readonly number[];
}

/** What a pattern's pieces are; between one and the next anything may stand. */
export type Pattern = readonly [Piece, ...Piece[]];

/** Collects a pattern part by part, so that text from a variable stays literal. */
export class PatternWriter {
  private readonly done: Piece[] = [];
  private text = '';
  private holes: number[] = [];

  /** Text that stands for itself. */
  literal(text: string): void {
    this.text += text;
  }

  /** A character of a pattern: `*` and `?` are wildcards. */
  pattern(character: string): void {
    if (character === '*') {
      this.done.push({ text: this.text, holes: this.holes });
      this.text = '';
      this.holes = [];
      return;
    }
    if (character === '?') this.holes.push(this.text.length);
    this.text += character;
  }

  end(): Pattern {
    const last: Piece = { text: this.text, holes: this.holes };
    const [first, ...rest] = [...this.done, last];
    return [first ?? last, ...rest];
  }
}

/** Whether a text fits a pattern: each piece is sought once, left to right, so no pattern makes it slow. */
export function fits(pattern: Pattern, text: string): boolean {
  const [first, ...rest] = pattern;
  const last = rest.pop();
  if (!last) return text.length === first.text.length && standsAt(first, text, 0);
  const end = text.length - last.text.length;
  if (!standsAt(first, text, 0)) return false;
  let from = first.text.length;
  for (const piece of rest) {
    const found = find(piece, text, from);
    if (found < 0) return false;
    from = found + piece.text.length;
  }
  return from <= end && standsAt(last, text, end);
}

function find(piece: Piece, text: string, from: number): number {
  if (piece.holes.length === 0) return text.indexOf(piece.text, from);
  for (let at = from; at + piece.text.length <= text.length; at += 1) {
    if (standsAt(piece, text, at)) return at;
  }
  return -1;
}

function standsAt({ text: piece, holes }: Piece, text: string, at: number): boolean {
  if (at < 0 || at + piece.length > text.length) return false;
  if (holes.length === 0) return text.startsWith(piece, at);
  let from = 0;
  for (const hole of holes) {
    if (!text.startsWith(piece.slice(from, hole), at + from)) return false;
    from = hole + 1;
  }
  return text.startsWith(piece.slice(from), at + from);
}

/** A pattern in lower case, for texts in lower case; pieces that would change their length stay as they are. */
export function foldCase([first, ...rest]: Pattern): Pattern {
  return [foldPiece(first), ...rest.map(foldPiece)];
}

function foldPiece(piece: Piece): Piece {
  const text = piece.text.toLowerCase();
  return text.length === piece.text.length ? { ...piece, text } : piece;
}
