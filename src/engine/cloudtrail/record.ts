import { requestId } from '../ids.ts';
import { isoDate } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Outcome } from '../trace.ts';
import type { World } from '../world.ts';

/** One CloudTrail record: JSON, its fields in the order AWS's own samples have (CloudTrail User Guide, record contents). */

type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value | undefined };

export type Fields = { readonly [name: string]: Value | undefined };

/** What an account's trail shows of one call. */
export interface TrailRecord {
  /** The account whose trail it is. */
  readonly account: string;
  /** What it is called beside another of the same trail; left out: the account. */
  readonly name?: string;
  readonly record: Fields;
}

/** A record as text; fields that are undefined are left out. */
export const formatRecord = ({ record }: TrailRecord): string =>
  JSON.stringify(record, undefined, 2);

/** The fields that every record has, in AWS's order. */
interface Parts {
  readonly label: string;
  readonly account: string;
  readonly identity: Fields;
  readonly eventSource: string;
  readonly eventName: string;
  readonly region: string;
  /** Left out: an address kept for documentation. */
  readonly sourceIp?: string;
  readonly parameters: Fields | null;
  readonly elements: Fields | null;
  readonly additional?: Fields;
  readonly resources?: readonly Fields[];
  /** What the records of one call in two accounts have in common. */
  readonly shared?: string;
}

/** An address of a block kept for documentation (RFC 5737). */
export const SOMEWHERE = '203.0.113.10';

/** The record of a management event. */
export function managementRecord(world: World, outcome: Outcome, parts: Parts): TrailRecord {
  const { label, account, eventName } = parts;
  const refused = outcome.kind === 'refused' ? outcome.error : undefined;
  return {
    account,
    record: {
      eventVersion: '1.08',
      userIdentity: parts.identity,
      eventTime: isoDate(world.now),
      eventSource: parts.eventSource,
      eventName,
      awsRegion: parts.region,
      sourceIPAddress: parts.sourceIp ?? SOMEWHERE,
      userAgent: 'aws-cli/2',
      errorCode: refused?.code,
      errorMessage: refused?.message,
      requestParameters: parts.parameters,
      responseElements: refused ? null : parts.elements,
      additionalEventData: parts.additional,
      requestID: requestId(label),
      eventID: requestId(`event ${label} ${account}`),
      readOnly: /^(?:Assume|Decode|Describe|Get|Head|List)/.test(eventName),
      resources: parts.resources,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
      sharedEventID: parts.shared,
      eventCategory: 'Management',
    },
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as CloudTrail writes an expiration: `Oct 2, 2019, 11:12:29 PM`. */
export function spokenMoment(at: Instant): string {
  const text = isoDate(at);
  const hour = Number(text.slice(11, 13));
  const day = `${MONTHS[Number(text.slice(5, 7)) - 1]} ${Number(text.slice(8, 10))}, ${text.slice(0, 4)}`;
  return `${day}, ${hour % 12 === 0 ? 12 : hour % 12}${text.slice(13, 19)} ${hour < 12 ? 'AM' : 'PM'}`;
}
