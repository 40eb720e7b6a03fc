import { expect, test } from 'vitest';

import { fieldsByPart } from '../own/fields.ts';
import { asJson, limited } from '../own/jsonSchema.fixture.ts';
import { LESSON_PARTS, lessonSchema } from './format.ts';

test('the schema that editors read says what is checked here', async () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A lesson for Shortlived',
    ...asJson(lessonSchema),
  };
  await expect(`${JSON.stringify(schema, limited, 2)}\n`).toMatchFileSnapshot(
    '../../../public/lesson.schema.json',
  );
});

test('every field is explained to whoever writes a file', () => {
  const fields = fieldsByPart(LESSON_PARTS).flatMap(([, all]) => all);
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter(({ says }) => !/^[A-Z].*\.$/.test(says))).toEqual([]);
});
