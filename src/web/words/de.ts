import { DE } from '../../labels/de.ts';
import { DE_FAILURES } from '../../labels/failures/de.ts';
import { DE_PAGES } from '../../labels/pages/de.ts';
import type { Dictionary } from './words.ts';

export const GERMAN: Dictionary = { language: 'de', texts: { ...DE, ...DE_PAGES }, failures: DE_FAILURES };
