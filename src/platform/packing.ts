/** Texts made short enough for a link. The library is loaded only when there is something to pack. */

/** The most a packed text may take in a link, in characters. */
export const PACKED_LIMIT = 8192;

/** What a packed text begins with. */
export const PACKED = 'z.';

const UNPACKED_LIMIT = 65_536;

/** Packs texts, or reads packed ones; undefined where a text would not fit a link, or is not a packed one. */
export interface Packing {
  readonly pack: (text: string) => string | undefined;
  readonly unpack: (packed: string) => string | undefined;
}

/** Loads the library that packs: deflate over UTF-8, written as URL-safe base64. */
export async function loadPacking(): Promise<Packing> {
  const { deflateSync, inflateSync } = await import('fflate');
  return {
    pack: (text) => {
      const bytes = new TextEncoder().encode(text);
      if (bytes.length >= UNPACKED_LIMIT) return undefined;
      const deflated = deflateSync(bytes, { level: 9 });
      if (deflated.length > PACKED_LIMIT) return undefined;
      const packed =
        PACKED +
        btoa(String.fromCharCode(...deflated))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '');
      return packed.length <= PACKED_LIMIT ? packed : undefined;
    },
    unpack: (packed) => {
      const body = packed.slice(PACKED.length);
      if (!packed.startsWith(PACKED) || packed.length > PACKED_LIMIT || !/^[\w-]+$/.test(body)) {
        return undefined;
      }
      try {
        const deflated = Uint8Array.from(
          atob(body.replaceAll('-', '+').replaceAll('_', '/')),
          (character) => character.charCodeAt(0),
        );
        // A buffer of fixed size: a text that would grow without end is cut off.
        const out = inflateSync(deflated, { out: new Uint8Array(UNPACKED_LIMIT) });
        return out.length < UNPACKED_LIMIT
          ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(out)
          : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
