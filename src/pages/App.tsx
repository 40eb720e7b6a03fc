import { Suspense, lazy, memo, useEffect, useMemo } from 'react';

import { useIsLed } from '#stores/led.ts';
import { useSettings } from '#stores/settings.ts';
import { dismissNotices, isAlone, setMode, setOverlay, useStage } from '#stores/stage.ts';
import type { Overlay, Place } from '#stores/stage.ts';
import { Notices } from '#views/layers/Notices.tsx';
import { Blank } from '#views/present/Blank.tsx';
import { Header as PlainHeader } from '#views/ui/Header.tsx';

import { Announcer } from './Announcer.tsx';
import styles from './App.module.css';
import { CALLS_START } from './callsRoute.ts';
import { FACTS_START } from './factsRoute.ts';
import { LABS } from './labs.ts';
import { arriving } from '#views/ui/arriving.tsx';
import { PAGES } from './loaders.ts';
import { MECHANISMS_START } from './mechanismsRoute.ts';
import { formatRoute } from './route.ts';
import { nextTheme, useTheme } from './theme.ts';
import { useAwake } from './useAwake.ts';
import { openTwin, rejoinTwin } from './twinDoor.ts';
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
const LessonPage = arriving(PAGES.lesson);
const PresenterPage = arriving(PAGES.presenter);
const BePage = arriving(PAGES.be);
const loadSearch = () => import('./SearchLayer.tsx');
const SearchLayer = lazy(() => loadSearch().then((module) => ({ default: module.SearchLayer })));
const RareLayers = lazy(() =>
  import('./RareLayers.tsx').then((module) => ({ default: module.RareLayers })),
);

/** A step changes nothing in it. */
const Header = memo(PlainHeader);

const openSearch = (): void => setOverlay('search');
const openHelp = (): void => setOverlay('help');
const openShare = (): void => setOverlay('share');
const present = (): void => setMode('present');

const COMMON = {
  search: openSearch,
  help: openHelp,
  theme: nextTheme,
  presenter: openTwin,
};

/** The whole app: header, the page of the place, and the layers over all of them. */
export function App() {
  const place = useStage((stage) => stage.place);
  const notices = useStage((stage) => stage.notices);
  const presenter = useStage((stage) => stage.presenter);
  useTheme();
  const isRoom = presenter === undefined;
  useCommands(place.page === 'lab' || !isRoom ? NONE : COMMON);
  useEffect(() => {
    if (place.page !== 'lab' && isRoom) document.title = TITLES[place.page];
  }, [place.page, isRoom]);
  useEffect(rejoinTwin, []);
  const isAwake = useAwake();
  useEffect(() => {
    // Small, and whoever asks for it types at once: it is fetched before anybody asks.
    if (isAwake) void loadSearch();
  }, [isAwake]);
  return (
    <div className={styles.app} data-page={place.page} data-led={useIsLed() || undefined}>
      {isRoom && !isAlone(place) && <Head place={place} />}
      <Notices notices={notices} onDismiss={dismissNotices} />
      <Announcer sentence={notices.join(' ')} name="notices" />
      {isRoom ? (
        <Page place={place} />
      ) : (
        opening('the notes', <PresenterPage pair={presenter} place={place} />)
      )}
      <Dark />
      <Layers place={place} />
    </div>
  );
}

/** The way to everything else. A lesson has its own way on. */
function Head({ place }: { readonly place: Place }) {
  const linkTheme = useStage((stage) => stage.linkTheme);
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  const theme = useSettings((settings) => settings.theme);
  const lab = place.page === 'lab' ? place.lab : undefined;
  const inLab = lab !== undefined;
  const links = useMemo(() => linksFor(place.page, lab), [place.page, lab]);
  if (isInLesson && !inLab) return null;
  return (
    <Header
      links={links}
      startHref={START_HREF}
      theme={linkTheme ?? theme}
      onTheme={nextTheme}
      onHelp={openHelp}
      onSearch={openSearch}
      onShare={inLab ? openShare : undefined}
      onPresent={inLab ? present : undefined}
    />
  );
}

/** The dark over a page that a room is led to; a slide has its own. It is here before anything else of that page. */
function Dark() {
  const isLed = useIsLed();
  const isBlank = useStage((stage) => stage.isBlank);
  return isLed && isBlank && <Blank />;
}

const isRare = (overlay: Overlay | undefined): boolean =>
  overlay === 'help' || overlay === 'presenter';

const NONE = {};

/** What is open over the page. */
function Layers({ place }: { readonly place: Place }) {
  const overlay = useStage((stage) => stage.overlay);
  const isInLesson = useStage((stage) => stage.lesson !== undefined);
  const isLed = useIsLed();
  return (
    <Suspense>
      {/* A lab searches its run, too. */}
      {overlay === 'search' && place.page !== 'lab' && <SearchLayer commands={COMMON} />}
      {(isRare(overlay) || isInLesson || isLed) && (
        <RareLayers {...{ overlay, isInLesson, isLed }} />
      )}
    </Suspense>
  );
}

/** A page, and what stands there until it has come. */
const opening = (what: string, page: React.ReactNode) => (
  <Suspense fallback={<main className={styles.waiting}>Opening {what}…</main>}>{page}</Suspense>
);

function Page({ place }: { readonly place: Place }) {
  if (place.page === 'start' || place.page === 'missing') {
    return (
      <Suspense>
        {place.page === 'start' ? <StartPage /> : <MissingPage asked={place.asked} />}
      </Suspense>
    );
  }
  return <LargePage place={place} />;
}

type LargePlace = Exclude<Place, { page: 'start' | 'missing' }>;

function LargePage({ place }: { readonly place: LargePlace }) {
  switch (place.page) {
    case 'lab':
      return opening('the lab', <LabPage place={place} />);
    case 'quiz':
      return opening('the questions', <QuizPage place={place} />);
    case 'be':
      return opening('the request', <BePage place={place} />);
    case 'policies':
      return opening('the workbench', <PoliciesPage />);
    case 'dissect':
      return opening('the dissection', <DissectPage />);
    case 'certificates':
      return opening('the certificates', <CertificatesPage />);
    case 'microscope':
      return opening('the microscope', <MicroscopePage place={place} />);
    case 'calls':
      return opening('the calls', <CallsPage place={place} />);
    case 'mechanisms':
      return opening('the mechanisms', <MechanismsPage place={place} />);
    case 'facts':
      return opening('the facts', <FactsPage place={place} />);
    case 'lesson':
      return opening('the lessons', <LessonPage place={place} />);
  }
}

const START_HREF = formatRoute({ place: { page: 'start' } });

/** The pages that stand behind one word of the header. */
const TOOLS = 'Tools';

const linksFor = (page: Place['page'], lab: string | undefined) => {
  const link = (to: Place, text: string) => ({
    href: formatRoute({ place: to }),
    text,
    isCurrent: page === to.page,
  });
  const tool = (to: Place, text: string) => ({ ...link(to, text), group: TOOLS });
  return [
    link({ page: 'start' }, 'Start'),
    ...LABS.map(({ id, title, first }) => ({
      ...link({ page: 'lab', lab: id, scenario: first, knobs: {}, mode: 'study' }, title),
      isCurrent: lab === id,
    })),
    tool(CALLS_START, 'Which call?'),
    tool(MECHANISMS_START, 'Mechanisms'),
    tool({ page: 'policies' }, 'Policies'),
    tool({ page: 'dissect' }, 'Dissect'),
    tool({ page: 'certificates' }, 'Certificates'),
    tool({ page: 'microscope' }, 'Microscope'),
    tool({ page: 'be' }, 'You are AWS'),
    tool({ page: 'lesson' }, 'Lessons'),
    link(FACTS_START, 'Facts'),
    link({ page: 'quiz' }, 'Quiz'),
  ];
};

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
  be: 'You are AWS · Shortlived',
  lesson: 'Lessons · Shortlived',
  missing: 'Not found · Shortlived',
};
