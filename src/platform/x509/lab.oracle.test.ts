import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueLab } from './lab.ts';
import { fixedKeys } from './labKeys.ts';

const recorded = join(import.meta.dirname, '../../content/pki/lab.json');

test('it issues the same bytes as were recorded', async () => {
  const lab = await issueLab(fixedKeys(crypto.subtle), crypto);
  await expect(`${JSON.stringify(lab, undefined, 2)}\n`).toMatchFileSnapshot(recorded);
});
