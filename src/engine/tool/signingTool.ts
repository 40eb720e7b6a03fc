import { seconds } from '../time.ts';
import type { Seconds } from '../time.ts';

/** A program that presigns URLs: what it makes of the lifetime it is asked for, before anything is signed. */
export interface SigningTool {
  readonly name: string;
  /** What it writes where nobody asks for a lifetime; absent: it demands one. */
  readonly lifetime?: Seconds;
  /** The most it signs; absent: it hands any number on. */
  readonly most?: Seconds;
  /** Whether it signs the most it takes where more is asked, instead of refusing. */
  readonly cutsToMost?: boolean;
  /** Whether it writes what is left of temporary credentials where that is less (aws-sigv4 1.6.0 for Ruby). */
  readonly keepsToSession?: boolean;
  /** What it throws where no lifetime was given, and where too much was asked. */
  readonly throws?: { readonly missing?: Thrown; readonly tooLong?: Thrown };
}

/** An exception of a tool, by its name and its words. */
export interface Thrown {
  readonly code: ToolErrorCode;
  readonly message: string;
}

export type ToolErrorCode =
  | 'ArgumentException'
  | 'InvalidOperationException'
  | 'NullPointerException'
  | 'rejected promise';

/** What becomes of X-Amz-Expires: the number with what set it, or why there is none. */
export type WrittenLifetime =
  | {
      readonly kind: 'written';
      readonly expires: Seconds;
      readonly setBy: 'caller' | 'tool' | 'session';
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly most: Seconds };

/** The X-Amz-Expires a tool writes, by what it is asked for and, where it looks at that at all, what the session has left. */
export function writtenLifetime(
  { lifetime, most, cutsToMost = false, keepsToSession = false }: SigningTool,
  asked: Seconds | undefined,
  left?: Seconds,
): WrittenLifetime {
  const expires = asked ?? lifetime;
  if (expires === undefined) return { kind: 'missing' };
  if (most !== undefined && expires > most) {
    return cutsToMost
      ? { kind: 'written', expires: most, setBy: 'tool' }
      : { kind: 'too-long', most };
  }
  if (keepsToSession && left !== undefined && left < expires) {
    return { kind: 'written', expires: seconds(left), setBy: 'session' };
  }
  return { kind: 'written', expires, setBy: asked === undefined ? 'tool' : 'caller' };
}
