/** “EXAMPLE” in hex, as secrets and tokens carry it: how a signature begins that nobody has made. */
export const MARK = '4558414d504c45';

/** Whether a signature in hex is only the mark that stands for one. */
export const isStandIn = (signature: string): boolean => signature.startsWith(MARK);
