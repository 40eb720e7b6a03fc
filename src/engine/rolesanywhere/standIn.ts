import { sha256Hex } from '../sigv4/stringToSign.ts';

/** “EXAMPLE” in hex, as secrets and tokens carry it: how a signature begins that nobody has made. */
const MARK = '4558414d504c45';

/** What stands for a signature until it is made: a mark, and a hash of whose key signs and of what is signed. */
export const standIn = (key: string, text: string): string =>
  `${MARK}${sha256Hex(`${key}\n${text}`)}${sha256Hex(`${text}\n${key}`)}`;

/** Whether a signature in hex is only the mark that stands for one. */
export const isStandIn = (signature: string): boolean => signature.startsWith(MARK);
