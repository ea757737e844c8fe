import type { KeptReason } from './kept.ts';

/** What a page says in the place of a kept reason whose words are for who writes programs, in English; of all others it says what is kept. */
export const EN_REASONS: Readonly<Partial<Record<KeptReason, string>>> = {
  'split-too-small':
    'The file split size is too small for {bytes} bytes of records: at most {volumes} files are written. Use at least {least}.',
  'source-replaced':
    'The records were moved to another place while this run was under way: start the export again.',
  'never-ended':
    'Slice {slice} was begun {times} times and never came to its end: tell the operator of the service.',
};
