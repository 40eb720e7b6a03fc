import { describe, expect, test } from 'vitest';

import { CALLS, STS_CALLS } from './callIds.ts';
import type { StsCall } from './callIds.ts';
import { COLUMNS, sortedRows, tableRows } from './cells.ts';
import type { Column } from './cells.ts';
import { SORTS } from './choices.ts';
import { HOME, compared } from './compare.ts';
import { takes } from './script.ts';
import { lifetimeIn, playCall } from './trial.ts';

const cellsOf = (call: StsCall): Readonly<Record<Column, string>> => {
  const row = tableRows().find((each) => each.call === call);
  if (!row) throw new Error(`Broken promise: ${call} has a row`);
  return row.cells;
};

describe('the comparison', () => {
  // AWS's own table (IAM User Guide, comparing the AWS STS API operations; sts.md 2 and 4), typed by hand.
  test.each<[StsCall, Partial<Record<Column, string>>]>([
    [
      'AssumeRole',
      {
        callers: 'IAM user, role session, GetSessionToken session, AWS service',
        signed: 'AWS credentials',
        lengths: '15 min · 1 h · 12 h',
        mfa: 'yes',
        policies: 'session policies',
        iam: 'yes, if allowed',
        sts: 'all but GetSessionToken and GetFederationToken',
        console: 'yes',
      },
    ],
    [
      'AssumeRoleWithSAML',
      { signed: 'nothing: a SAML response', lengths: '15 min · 1 h · 12 h', mfa: 'no' },
    ],
    [
      'AssumeRoleWithWebIdentity',
      { signed: 'nothing: a token of an OIDC provider', mfa: 'no', policies: 'session policies' },
    ],
    [
      'GetSessionToken',
      {
        callers: 'IAM user, root user',
        lengths: '15 min · 12 h · 36 h; root 15 min · 1 h · 1 h',
        mfa: 'yes',
        policies: 'none',
        iam: 'only with MFA',
        sts: 'only AssumeRole and GetCallerIdentity',
        console: 'no',
      },
    ],
    [
      'GetFederationToken',
      {
        callers: 'IAM user, root user',
        lengths: '15 min · 12 h · 36 h; root 15 min · 1 h · 1 h',
        mfa: 'no',
        policies: 'session policies',
        iam: 'no',
        sts: 'only GetCallerIdentity',
        console: 'yes',
      },
    ],
    [
      'AssumeRoot',
      { callers: 'IAM user, role session', lengths: '0 s · 15 min · 15 min', iam: 'only its task' },
    ],
    ['GetWebIdentityToken', { lengths: '1 min · 5 min · 1 h', iam: 'gives no session' }],
    ['GetCallerIdentity', { lengths: 'nothing that ends', sts: 'gives no session' }],
  ])('it arrives at what AWS publishes for %s', (call, expected) => {
    expect(cellsOf(call)).toMatchObject(expected);
  });

  test.each(STS_CALLS.filter((call) => takes(call, 'DurationSeconds')))(
    '%s takes its least and its most, and not a second beyond either',
    (call) => {
      const { lengths } = compared(call);
      const home = HOME[call];
      const granted = (lasts: number): boolean =>
        playCall(call, { ...home, lasts: `${lasts}` })?.outcomes['call']?.kind === 'granted';
      const least = lengths?.least ?? 0;
      const most = lengths?.most ?? 0;
      expect([least, most].map(granted)).toEqual([true, true]);
      expect([least - 1, most + 1].map(granted)).toEqual([false, false]);
      const asDefault = playCall(call, home);
      expect(asDefault && lifetimeIn(asDefault)).toBe(lengths?.initial);
    },
  );

  test('it has a row for each call and something in each cell', () => {
    expect(tableRows().map(({ call }) => call)).toEqual(CALLS);
    for (const { cells, call } of tableRows()) {
      for (const column of COLUMNS) expect(cells[column], `${call} ${column}`).not.toBe('');
    }
  });

  test('it says what is unclear where AWS’s pages disagree', () => {
    const row = tableRows().find(({ call }) => call === 'GetSessionToken');
    expect(row?.unclear).toContain('console');
  });

  test.each(SORTS)('it loses no row in the order “%s”', (sort) => {
    expect(
      sortedRows(sort)
        .map(({ call }) => call)
        .toSorted(),
    ).toEqual(CALLS.toSorted());
  });

  test('it puts the longest session first when asked to', () => {
    const lengths = sortedRows('longest').map(({ longest }) => longest);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(lengths[0]).toBe(129_600);
  });
});
