import type { Scenario, WrittenScenario } from '../scenario.ts';
import type { SubjectId } from './ids.ts';
import type { Subject } from './subject.ts';

const LOADERS: { readonly [Id in SubjectId]: () => Promise<Subject> } = {
  sts: () => import('./sts.ts').then(({ STS }) => STS),
  s3: () => import('./s3.ts').then(({ S3 }) => S3),
  api: () => import('./api.ts').then(({ API }) => API),
  signin: () => import('./signin.ts').then(({ SIGNIN }) => SIGNIN),
  rolesanywhere: () => import('./rolesanywhere.ts').then(({ ROLES_ANYWHERE }) => ROLES_ANYWHERE),
  changes: () => import('./changes.ts').then(({ CHANGES }) => CHANGES),
  outside: () => import('./outside.ts').then(({ OUTSIDE }) => OUTSIDE),
  tools: () => import('./tools.ts').then(({ TOOLS }) => TOOLS),
};

/** A written scenario with its subjects loaded. */
export async function loadReady(written: WrittenScenario): Promise<Scenario> {
  const [{ ready }, ...subjects] = await Promise.all([
    import('../ready.ts'),
    ...written.subjects.map((id) => LOADERS[id]()),
  ]);
  return ready(written, subjects);
}
