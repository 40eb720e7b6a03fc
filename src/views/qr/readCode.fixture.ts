/** Reads a code as a phone does (ISO/IEC 18004), as far as ours need it: bytes, levels L and M, and nothing damaged, so that no words of correction are wanted. */

type IsDark = (x: number, y: number) => boolean;

/** Words of correction in each block, and blocks, by version. */
const LEVELS = {
  1: {
    words:
      '7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30',
    blocks: '1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19',
  },
  0: {
    words: '10 16 26 18 24 16 18 22 22 26 30 22 22 24',
    blocks: '1 1 1 2 2 4 4 4 5 5 5 8 9 9',
  },
} as const;

const MASKS: readonly ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

const numberOf = (bits: readonly boolean[]): number =>
  bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0);

/** The level and the mask, which stand beside the first corner. */
function formatOf(isDark: IsDark) {
  const beside = [0, 1, 2, 3, 4, 5, 7].map((x) => isDark(x, 8));
  const below = [8, 7, 5, 4, 3, 2, 1, 0].map((y) => isDark(8, y));
  const format = (numberOf([...beside, ...below]) ^ 0b101_0100_0001_0010) >> 10;
  return { level: format >> 3, mask: MASKS[format & 7] };
}

/** Where the small squares stand that keep a large code straight. */
function anchorsOf(version: number, size: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const gap = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - index * gap)];
}

/** Whether a square belongs to the frame, and holds nothing of the text. */
function frameOf(version: number, size: number): IsDark {
  const anchors = anchorsOf(version, size);
  const far = (at: number): boolean => at >= size - 8;
  const isCorner = (x: number, y: number): boolean =>
    (x < 9 && (y < 9 || far(y))) || (far(x) && y < 9);
  const holdsVersion = (x: number, y: number): boolean =>
    version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
  const isAnchor = (x: number, y: number): boolean =>
    anchors.some((left) =>
      anchors.some(
        (top) => !isCorner(left, top) && Math.abs(x - left) <= 2 && Math.abs(y - top) <= 2,
      ),
    );
  return (x, y) => x === 6 || y === 6 || isCorner(x, y) || holdsVersion(x, y) || isAnchor(x, y);
}

/** All squares of the text in their order: up and down, two columns at a time, from the right. */
function* squaresIn(size: number): Generator<readonly [number, number]> {
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUp = ((right > 6 ? right : right + 1) & 2) === ((size - 1) & 2);
    for (let row = 0; row < size; row += 1) {
      const y = isUp ? size - 1 - row : row;
      yield [right, y];
      yield [right - 1, y];
    }
  }
}

/** The words of the text, which are dealt out to blocks in turn; words of correction come behind them. */
function dealt(all: readonly number[], version: number, level: number): readonly number[] {
  if (level !== 0 && level !== 1) throw new Error(`a level that is not read here: ${level}`);
  const [words = 0, blocks = 0] = [LEVELS[level].words, LEVELS[level].blocks].map((text) =>
    Number(text.split(' ')[version - 1]),
  );
  const short = Math.floor(all.length / blocks) - words;
  const longer = all.length % blocks;
  return Array.from({ length: blocks }, (_, block) => {
    const isLong = block >= blocks - longer;
    const even = Array.from({ length: short }, (__, index) => all[index * blocks + block] ?? 0);
    return isLong ? [...even, all[short * blocks + block - (blocks - longer)] ?? 0] : even;
  }).flat();
}

/** The text of a code; throws where it is none of the kind that is read here. */
function readCode(size: number, isDark: IsDark): string {
  const version = (size - 17) / 4;
  const { level, mask } = formatOf(isDark);
  const isFrame = frameOf(version, size);
  const bits = [...squaresIn(size)]
    .filter(([x, y]) => !isFrame(x, y))
    .map(([x, y]) => isDark(x, y) !== (mask?.(x, y) === 0));
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    numberOf(bits.slice(index * 8, index * 8 + 8)),
  );
  // Half a word says that bytes follow; one or two say how many.
  const text = dealt(words, version, level)
    .map((word) => word.toString(16).padStart(2, '0'))
    .join('');
  if (!text.startsWith('4')) throw new Error('it does not hold bytes');
  const start = version < 10 ? 3 : 5;
  const length = Number.parseInt(text.slice(1, start), 16);
  const bytes = (text.slice(start).match(/../g) ?? []).slice(0, length);
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

/** Squares of paper that the standard wants around a code. */
const MARGIN = 4;

/** The text of a code as it is drawn, square by square. */
export function readDrawn(svg: string): string {
  const squares = new Set([...svg.matchAll(/M(\d+ \d+)h1v1h-1z/g)].map(([, at]) => at));
  const whole = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const edges = [...squares].flatMap((at) => at?.split(' ').map(Number) ?? []);
  const isFramed = Math.min(...edges) === MARGIN && Math.max(...edges) === whole - 1 - MARGIN;
  if (!isFramed) throw new Error('there is too little paper around it');
  return readCode(whole - 2 * MARGIN, (x, y) => squares.has(`${x + MARGIN} ${y + MARGIN}`));
}
