import { useEffect, useMemo, useState } from 'react';

import type { indexed, search } from '#content/search/rank.ts';
import type { Scenario } from '#content/scenario.ts';
import type { StepEntry } from '#content/search/stepEntries.ts';
import { visit } from '#platform/address.ts';
import { moveTo, setOverlay, setPlaying } from '#stores/stage.ts';
import { KEYMAP } from '#views/keymap.ts';
import { COMMAND_ALSO, COMMAND_WORDS, keyName } from '#views/keymapWords.ts';
import { Palette } from '#views/palette/Palette.tsx';
import type { Found } from '#views/palette/Palette.tsx';

import type { listedTitle } from './listedTitle.ts';
import type { PlaceFound } from './searchIndex.ts';
import type { Commands } from './useCommands.ts';

interface SearchLayerProps {
  /** What can be done on this page. */
  readonly commands: Commands;
  /** The steps of the open run, as far as they may be known. */
  readonly steps?: readonly StepEntry[];
  readonly onShare?: () => void;
  readonly open?: Open;
}

/** The story that is open, by the title that it may have, and whether outcomes wait in its lab. */
interface Open extends Pick<Scenario, 'lab' | 'id' | 'title'> {
  readonly isGated: boolean;
}

interface Deed extends Found {
  readonly act: () => void;
}

type Any = Deed | PlaceFound | StepEntry;

/** What else can be handed out there. */
const SHARES = 'hand out storyboard worksheet paper print embed iframe JSON SVG export QR code';

/** What is done by a key can be found by its words; closing needs no search. */
function deedsOf(commands: Commands, onShare?: () => void): readonly Deed[] {
  const deeds = KEYMAP.flatMap(({ command, keys: [key = ''] }): readonly Deed[] => {
    const act = commands[command];
    if (!act || command === 'close' || command === 'search') return [];
    const title = COMMAND_WORDS[command];
    const also = COMMAND_ALSO[command];
    return [{ id: `do ${command}`, group: 'Commands', title, also, shortcut: keyName(key), act }];
  });
  const share = { id: 'do share', group: 'Commands', title: 'Share a link to this', also: SHARES };
  return onShare ? [...deeds, { ...share, act: onShare }] : deeds;
}

/** A place by what its story may be called. */
function told(place: PlaceFound, open: Open | undefined, titleOf: typeof listedTitle): PlaceFound {
  const { story, renamed } = place;
  if (!story || !renamed) return place;
  const isOpen = story.lab === open?.lab && story.id === open.id;
  const isWaiting = story.lab === open?.lab && open.isGated;
  return { ...place, ...renamed(isOpen ? open.title : titleOf(story, isWaiting)) };
}

const close = (): void => setOverlay(undefined);

function choose(found: Any): void {
  close();
  if ('act' in found) found.act();
  else if ('step' in found) {
    setPlaying(false);
    moveTo(found.step);
  } else visit(found.href);
}

/** Search over whatever page is open. The field is there at once; what it searches is loaded with it. */
export function SearchLayer({ commands, steps = [], onShare, open }: SearchLayerProps) {
  const [loaded, setLoaded] = useState<{
    readonly indexed: typeof indexed;
    readonly search: typeof search;
    readonly places: readonly PlaceFound[];
    readonly titleOf: typeof listedTitle;
  }>();
  useEffect(() => {
    void Promise.all([
      import('#content/search/rank.ts'),
      import('./searchIndex.ts'),
      import('./listedTitle.ts'),
    ]).then(([{ indexed, search }, { PLACES }, { listedTitle }]) =>
      setLoaded({ indexed, search, places: PLACES, titleOf: listedTitle }),
    );
  }, []);
  const deeds = useMemo(() => deedsOf(commands, onShare), [commands, onShare]);
  const find = useMemo(() => {
    if (!loaded) return undefined;
    const places = loaded.places.map((place) => told(place, open, loaded.titleOf));
    const index = loaded.indexed<Any>([...deeds, ...steps, ...places]);
    const first = [
      { name: 'Pages', entries: places.filter(({ group }) => group === 'Pages') },
      { name: 'Commands', entries: deeds },
    ];
    return (query: string) => (query.trim() === '' ? first : loaded.search(index, query));
  }, [loaded, deeds, steps, open]);
  return <Palette<Any> find={find} onChoose={choose} onClose={close} />;
}
