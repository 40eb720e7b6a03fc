import { expect, test } from 'vitest';

import { fieldsByPart } from './fields.ts';
import { PARTS, fileSchema } from './format.ts';
import { asJson, limited } from './jsonSchema.fixture.ts';

test('the schema that editors read says what is checked here', async () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Questions for Shortlived',
    ...asJson(fileSchema),
  };
  await expect(`${JSON.stringify(schema, limited, 2)}\n`).toMatchFileSnapshot(
    '../../../public/questions.schema.json',
  );
});

test('every field is explained to whoever writes a file', () => {
  const fields = fieldsByPart(PARTS).flatMap(([, all]) => all);
  expect(fields.length).toBeGreaterThan(25);
  expect(fields.filter(({ says }) => !/^[A-Z1t].*\.$/.test(says))).toEqual([]);
});
