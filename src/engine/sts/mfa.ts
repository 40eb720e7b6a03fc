import { findKnownAccount } from '../policy/holders.ts';

import { actField } from '../credentials.ts';
import { stsError } from '../errors.ts';
import type { AwsError } from '../errors.ts';
import { finding } from '../rules.ts';
import type { Rule } from '../rules.ts';
import { after, seconds } from '../time.ts';
import type { Instant } from '../time.ts';
import { accountOf } from '../arn.ts';
import { principalAccount } from '../principal.ts';
import type { MfaDevice, World } from '../world.ts';
import type { GetSessionToken } from './acts.ts';
import { callerKey } from './context.ts';
import { PERIOD, mfaCode } from './mfaCode.ts';
import type { StsContext } from './context.ts';
import type { AssumeRole } from '../act.ts';

/** Multi-factor authentication: who has the device can tell the code of the half minute. */

type MfaContext = StsContext<AssumeRole | GetSessionToken>;

/** The device a call names, where it is one of the caller's own. */
function deviceOf(context: MfaContext): MfaDevice | undefined {
  const { owner } = callerKey(context);
  const account = principalAccount(owner);
  if (account === undefined || !('arn' in owner)) return undefined;
  return findKnownAccount(context.world, account)?.mfaDevices.find(
    ({ serialNumber, user }) => serialNumber === context.act.serialNumber && user === owner.arn,
  );
}

/** A code is good in its own half minute, the one before and the one after, and once (the tolerance is modelled). */
const isGood = ({ serialNumber, usedCode }: MfaDevice, code: string, now: Instant): boolean =>
  code !== usedCode &&
  [-1, 0, 1].some((offset) => mfaCode(serialNumber, after(now, seconds(offset * PERIOD))) === code);

const refused = (message: string): AwsError =>
  stsError('AccessDenied', `MultiFactorAuthentication failed${message}`, 'observed');

function errorOf(context: MfaContext): AwsError | undefined {
  const { serialNumber, tokenCode } = context.act;
  if (serialNumber === undefined || tokenCode === undefined) {
    return refused(', must provide both MFA serial number and one time pass code.');
  }
  const device = deviceOf(context);
  if (!device) {
    return refused(
      ', unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
    );
  }
  return isGood(device, tokenCode, context.world.now)
    ? undefined
    : refused(' with invalid MFA one time pass code.');
}

/** Made where the call brings a serial number or a code. */
export const mfaProved: Rule<MfaContext, 'sts.mfa-proved'> = {
  id: 'sts.mfa-proved',
  applies: ({ act }) => act.serialNumber !== undefined || act.tokenCode !== undefined,
  test: (context) => {
    const { act } = context;
    const error = errorOf(context);
    return finding(
      {
        kind: 'equality',
        what: act.serialNumber ?? 'no device',
        expected: 'the code of the moment',
        actual: error ? (act.tokenCode ?? 'no code') : 'the code of the moment',
        paths: [actField(act, 'serialNumber'), actField(act, 'tokenCode'), 'clock'],
      },
      error,
    );
  },
};

/** When the caller proved MFA in this very call; undefined where it did not. */
export const provedNow = ({ world, act }: MfaContext): Instant | undefined =>
  act.tokenCode === undefined ? undefined : world.now;

/** The world once a code was used: it is good no more. */
export function withUsedCode(context: MfaContext): World {
  const { world, act } = context;
  const device = deviceOf(context);
  const account = device && findKnownAccount(world, accountOf(device.user));
  if (!account || act.tokenCode === undefined) return world;
  const usedCode = act.tokenCode;
  const mfaDevices = account.mfaDevices.map((each) =>
    each === device ? { ...each, usedCode } : each,
  );
  return { ...world, accounts: { ...world.accounts, [account.id]: { ...account, mfaDevices } } };
}
