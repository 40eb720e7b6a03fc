import type { CredentialsRef, Dated, PartyId } from '../act.ts';
import type { RequestContext } from '../policy/context.ts';

/** A call to any API of any service, signed with SigV4. */
export interface ApiCall extends Dated {
  readonly kind: 'call';
  readonly by: PartyId;
  readonly to: PartyId;
  readonly credentials: CredentialsRef;
  readonly region: string;
  /** `iam:ListUsers`: the action's name is taken for the operation's. */
  readonly action: `${string}:${string}`;
  /** The ARNs acted on, all of which policies must allow; none for an action without a resource. */
  readonly resources: readonly string[];
  /** Condition keys that do not follow from the rest: `aws:SourceIp`. */
  readonly context?: RequestContext;
  /** What the request says beside its action: `UserName`. */
  readonly parameters?: Readonly<Record<string, string>>;
}
