import { Suspense, lazy, useEffect } from 'react';

import { useSettings } from '#stores/settings.ts';
import { dismissNotices, isPresented, setMode, setOverlay, useStage } from '#stores/stage.ts';
import type { Place } from '#stores/stage.ts';
import { Notices } from '#views/layers/Notices.tsx';
import { Header } from '#views/ui/Header.tsx';

import { Announcer } from './Announcer.tsx';
import styles from './App.module.css';
import { CALLS_START } from './callsRoute.ts';
import { FACTS_START } from './factsRoute.ts';
import { LABS } from './labs.ts';
import { arriving } from './arriving.tsx';
import { PAGES } from './loaders.ts';
import { MECHANISMS_START } from './mechanismsRoute.ts';
import { formatRoute } from './route.ts';
import { nextTheme, useTheme } from './theme.ts';
import { useCommands } from './useCommands.ts';

const StartPage = arriving(PAGES.start);
const LabPage = arriving(PAGES.lab);
const MissingPage = arriving(PAGES.missing);
const QuizPage = arriving(PAGES.quiz);
const PoliciesPage = arriving(PAGES.policies);
const DissectPage = arriving(PAGES.dissect);
const CertificatesPage = arriving(PAGES.certificates);
const MicroscopePage = arriving(PAGES.microscope);
const CallsPage = arriving(PAGES.calls);
const MechanismsPage = arriving(PAGES.mechanisms);
const FactsPage = arriving(PAGES.facts);
const SettingsLayer = lazy(() =>
  import('./SettingsLayer.tsx').then((module) => ({ default: module.SettingsLayer })),
);

const COMMON = { help: () => setOverlay('help'), theme: nextTheme };

/** The whole app: header, the page of the place, and the layers over all of them. */
export function App() {
  const place = useStage((stage) => stage.place);
  const notices = useStage((stage) => stage.notices);
  const overlay = useStage((stage) => stage.overlay);
  const linkTheme = useStage((stage) => stage.linkTheme);
  const settings = useSettings();
  useTheme();
  useCommands(place.page === 'lab' ? NONE : COMMON);
  useEffect(() => {
    if (place.page !== 'lab') document.title = TITLES[place.page];
  }, [place.page]);
  const inLab = place.page === 'lab';
  return (
    <div className={styles.app} data-page={place.page}>
      {!isPresented(place) && (
        <Header
          links={linksFor(place)}
          startHref={formatRoute({ place: { page: 'start' } })}
          theme={linkTheme ?? settings.theme}
          onTheme={nextTheme}
          onHelp={() => setOverlay('help')}
          onShare={inLab ? () => setOverlay('share') : undefined}
          onPresent={inLab ? () => setMode('present') : undefined}
        />
      )}
      <Notices notices={notices} onDismiss={dismissNotices} />
      <Announcer sentence={notices.join(' ')} name="notices" />
      <Page place={place} />
      {overlay === 'help' && (
        <Suspense>
          <SettingsLayer />
        </Suspense>
      )}
    </div>
  );
}

const NONE = {};

function Page({ place }: { readonly place: Place }) {
  switch (place.page) {
    case 'start':
      return (
        <Suspense>
          <StartPage />
        </Suspense>
      );
    case 'lab':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the lab…</main>}>
          <LabPage place={place} />
        </Suspense>
      );
    case 'quiz':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the questions…</main>}>
          <QuizPage place={place} />
        </Suspense>
      );
    case 'policies':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the workbench…</main>}>
          <PoliciesPage />
        </Suspense>
      );
    case 'dissect':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the dissection…</main>}>
          <DissectPage />
        </Suspense>
      );
    case 'certificates':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the certificates…</main>}>
          <CertificatesPage />
        </Suspense>
      );
    case 'microscope':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the microscope…</main>}>
          <MicroscopePage place={place} />
        </Suspense>
      );
    case 'calls':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the calls…</main>}>
          <CallsPage place={place} />
        </Suspense>
      );
    case 'mechanisms':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the mechanisms…</main>}>
          <MechanismsPage place={place} />
        </Suspense>
      );
    case 'facts':
      return (
        <Suspense fallback={<main className={styles.waiting}>Opening the facts…</main>}>
          <FactsPage place={place} />
        </Suspense>
      );
    case 'missing':
      return (
        <Suspense>
          <MissingPage asked={place.asked} />
        </Suspense>
      );
  }
}

/** The pages that stand behind one word of the header. */
const TOOLS = 'Tools';

const linksFor = (place: Place) => [
  {
    href: formatRoute({ place: { page: 'start' } }),
    text: 'Start',
    isCurrent: place.page === 'start',
  },
  ...LABS.map(({ id, title, first }) => ({
    href: formatRoute({
      place: { page: 'lab', lab: id, scenario: first.id, knobs: {}, mode: 'study' },
    }),
    text: title,
    isCurrent: place.page === 'lab' && place.lab === id,
  })),
  {
    href: formatRoute({ place: CALLS_START }),
    text: 'Which call?',
    isCurrent: place.page === 'calls',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: MECHANISMS_START }),
    text: 'Mechanisms',
    isCurrent: place.page === 'mechanisms',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: { page: 'policies' } }),
    text: 'Policies',
    isCurrent: place.page === 'policies',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: { page: 'dissect' } }),
    text: 'Dissect',
    isCurrent: place.page === 'dissect',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: { page: 'certificates' } }),
    text: 'Certificates',
    isCurrent: place.page === 'certificates',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: { page: 'microscope' } }),
    text: 'Microscope',
    isCurrent: place.page === 'microscope',
    group: TOOLS,
  },
  {
    href: formatRoute({ place: FACTS_START }),
    text: 'Facts',
    isCurrent: place.page === 'facts',
  },
  {
    href: formatRoute({ place: { page: 'quiz' } }),
    text: 'Quiz',
    isCurrent: place.page === 'quiz',
  },
];

/** A lab names itself. */
const TITLES: Readonly<Record<Exclude<Place['page'], 'lab'>, string>> = {
  start: 'Shortlived: watch a temporary credential live and die',
  quiz: 'Quiz · Shortlived',
  policies: 'Policy workbench · Shortlived',
  dissect: 'Dissect a URL · Shortlived',
  certificates: 'Chain on trial · Shortlived',
  microscope: 'Signature microscope · Shortlived',
  calls: 'Which call? · Shortlived',
  mechanisms: 'Which mechanism? · Shortlived',
  facts: 'Facts · Shortlived',
  missing: 'Not found · Shortlived',
};
