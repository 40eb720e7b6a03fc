import type { HttpMethod } from '../act.ts';
import type { Pair } from '../sigv4/query.ts';

/** What a tool was asked for, and which one it was. */
interface Asked {
  readonly id: string;
  readonly tool: string;
  readonly version: string;
  /** Where it was installed from. */
  readonly from: string;
  /** A command line or an expression of the tool's language; credentials, Region and clock are those of its environment. */
  readonly command: string;
  readonly signer: 'user' | 'session';
  readonly region: string;
}

/** A presigned URL that a tool made. */
export interface ToolUrl extends Asked {
  readonly method: HttpMethod;
  readonly service: 's3' | 'sts';
  /** Whether the lifetime is the tool's own, because nobody asked for one. */
  readonly isDefault: boolean;
  /** What the request has to bring, since the tool signed it. */
  readonly headers: readonly Pair[];
  readonly url: string;
}

/** The form of a browser upload that a tool made. */
export interface ToolForm extends Asked {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
