import { DE } from '../../labels/de.ts';
import { DE_PAGE_FAILURES } from '../../labels/failures/de-pages.ts';
import { DE_FAILURES } from '../../labels/failures/de.ts';
import { DE_PAGES } from '../../labels/pages/de.ts';
import { DE_FAULTS, DE_REASONS } from '../../labels/run-reasons/de.ts';
import type { Dictionary } from './words.ts';

export const GERMAN: Dictionary = {
  language: 'de',
  texts: { ...DE, ...DE_PAGES },
  failures: { ...DE_FAILURES, ...DE_PAGE_FAILURES },
  reasons: DE_REASONS,
  faults: DE_FAULTS,
};
