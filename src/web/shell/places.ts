import { PAGE_PATHS } from '../../model/page-paths.ts';
import type { Privilege } from '../../model/roles.ts';
import type { IconName } from '../parts/icon.tsx';
import type { WordKey } from '../words/words.ts';

/** One line of the navigation; `needs` is what somebody must be allowed to see it. */
export interface NavPlace {
  readonly path: string;
  readonly icon: IconName;
  readonly word: WordKey;
  readonly needs: Privilege | null;
}

const at = (path: string, icon: IconName, word: WordKey, needs: Privilege | null): NavPlace => ({
  path,
  icon,
  word,
  needs,
});

/** The navigation: the guide's groups keep their names, so that who knew the old application finds its pages where they were. */
export const PLACES: readonly { readonly word: WordKey | null; readonly places: readonly NavPlace[] }[] = [
  { word: null, places: [at(PAGE_PATHS.home, 'home', 'menu.home', null)] },
  {
    word: 'menu.administration',
    places: [
      at(PAGE_PATHS.jobs, 'jobs', 'menu.jobs', 'jobs.read'),
      at(PAGE_PATHS.notifications, 'bell', 'menu.notifications', 'jobs.read'),
      at(PAGE_PATHS.cost, 'cost', 'menu.cost', 'jobs.read'),
    ],
  },
  {
    word: 'menu.export',
    places: [
      at(PAGE_PATHS.history, 'history', 'menu.history', 'history.read'),
      at(PAGE_PATHS.artifacts, 'artifacts', 'menu.artifacts', 'files.read'),
    ],
  },
  {
    word: 'menu.records',
    places: [
      at(PAGE_PATHS.import, 'import', 'menu.import', 'import'),
      at(PAGE_PATHS.contacts, 'contacts', 'menu.contacts', 'contacts.erase'),
    ],
  },
  {
    word: 'menu.access',
    places: [
      at(PAGE_PATHS.people, 'people', 'menu.people', 'users.read'),
      at(PAGE_PATHS.keys, 'keys', 'menu.keys', 'users.read'),
      at(PAGE_PATHS.audit, 'audit', 'menu.audit', 'audit.read'),
    ],
  },
];

/** Whether a path belongs to a place: its own, or one below it. */
export const isAt = ({ path: own }: Pick<NavPlace, 'path'>, path: string): boolean =>
  own === PAGE_PATHS.home ? path === own : path === own || path.startsWith(`${own}/`);

/** The groups with what somebody may see; a group without a place is left out. */
export const placesFor = (privileges: readonly string[]): typeof PLACES =>
  PLACES.map(({ word, places }) => ({
    word,
    places: places.filter(({ needs }) => needs === null || privileges.includes(needs)),
  })).filter(({ places }) => places.length > 0);
