import { EN } from '../../labels/en.ts';
import { EN_PAGE_FAILURES } from '../../labels/failures/en-pages.ts';
import { EN_FAILURES } from '../../labels/failures/en.ts';
import { EN_PAGES } from '../../labels/pages/en.ts';
import { EN_REASONS } from '../../labels/run-reasons/en.ts';
import type { Dictionary } from './words.ts';

export const ENGLISH: Dictionary = {
  language: 'en',
  texts: { ...EN, ...EN_PAGES },
  failures: { ...EN_FAILURES, ...EN_PAGE_FAILURES },
  reasons: EN_REASONS,
  faults: {},
};
