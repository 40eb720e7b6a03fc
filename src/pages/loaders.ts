import type { WrittenScenario } from '#content/scenario.ts';
import type { Listed } from '#content/scenarios/catalogue.ts';
import { STORIES } from '#content/scenarios/stories.ts';
import { kept } from '#views/ui/kept.ts';

/** What pages are made of, each loaded when it is first asked for. Nothing here may need React: this runs before it has come. */

/** The pages, by the name of their place. */
export const PAGES = {
  start: kept(() => import('./StartPage.tsx').then(({ StartPage }) => StartPage)),
  lab: kept(() => import('./LabPage.tsx').then(({ LabPage }) => LabPage)),
  quiz: kept(() => import('./QuizPage.tsx').then(({ QuizPage }) => QuizPage)),
  policies: kept(() => import('./PoliciesPage.tsx').then(({ PoliciesPage }) => PoliciesPage)),
  dissect: kept(() => import('./DissectPage.tsx').then(({ DissectPage }) => DissectPage)),
  certificates: kept(() =>
    import('./CertificatesPage.tsx').then(({ CertificatesPage }) => CertificatesPage),
  ),
  microscope: kept(() =>
    import('./MicroscopePage.tsx').then(({ MicroscopePage }) => MicroscopePage),
  ),
  calls: kept(() => import('./CallsPage.tsx').then(({ CallsPage }) => CallsPage)),
  mechanisms: kept(() =>
    import('./MechanismsPage.tsx').then(({ MechanismsPage }) => MechanismsPage),
  ),
  facts: kept(() => import('./FactsPage.tsx').then(({ FactsPage }) => FactsPage)),
  lesson: kept(() => import('./LessonPage.tsx').then(({ LessonPage }) => LessonPage)),
  presenter: kept(() => import('./PresenterPage.tsx').then(({ PresenterPage }) => PresenterPage)),
  be: kept(() => import('./BePage.tsx').then(({ BePage }) => BePage)),
  missing: kept(() => import('./MissingPage.tsx').then(({ MissingPage }) => MissingPage)),
};

/** What lies under the words of a step, in a lab. */
export const loadDetails = kept(() =>
  import('#views/inspector/Details.tsx').then(({ Details }) => Details),
);

/** What is heard of a run. */
export const loadHearing = kept(() => import('#content/hear.ts'));

const stories = new Map(Object.entries(STORIES).map(([name, load]) => [name, kept(load)]));

/** The story of a scenario. */
export function storyOf({ lab, id }: Pick<Listed, 'lab' | 'id'>): Promise<WrittenScenario> {
  const load = stories.get(`${lab}/${id}`);
  if (!load) throw new Error('Broken promise: every scenario that is listed has a story');
  return load();
}

const isPage = (name: string): name is keyof typeof PAGES => Object.hasOwn(PAGES, name);

/** The page that a hash is for and, in a lab, its scenario and step: a first look, before anything can read the link. */
export function glance(hash: string) {
  const [whole = ''] = hash.slice(1).split('?', 1);
  const path = whole.replace(/^\/lesson\/[^/]+\/\d+(?=\/.)/, '');
  const [page = 'start', lab = '', scenario = '', step] = path
    .split('/')
    .filter((name) => name !== '');
  return isPage(page) ? { page, lab, scenario, step } : undefined;
}

/** Loads what a link needs, its page and in a lab its story: asked for early, it comes beside React and not behind it. */
export async function loadAhead(hash: string): Promise<void> {
  const found = glance(hash);
  if (!found) return;
  const { page, lab, scenario, step } = found;
  await Promise.all([
    PAGES[page](),
    page === 'lab' && stories.get(`${lab}/${scenario}`)?.(),
    page === 'lab' && step !== undefined && loadDetails(),
  ]);
}
