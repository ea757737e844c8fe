/**
 * Why a run did not finish, as it is kept with the run: sentences of the service in English, `{…}` in the place of what differs. A page
 * finds its own words by them.
 */
export const KEPT_REASONS = {
  'no-certificate': 'There is no certificate on file: upload one and start the export again.',
  'certificate-over':
    'The certificate on file expired on {until}: upload a valid one and start the export again.',
  'certificate-early':
    'The certificate on file is not valid before {from}: upload a valid one and start the export again.',
  'split-too-small':
    'fileSplitSize is too small for {bytes} bytes of records: at most {volumes} volumes are written. Use at least {least}.',
  'record-gone':
    'The text of the record "{id}" ({kind}) is gone: import it again, then start the export again.',
  'snapshot-gone':
    'The records that this run was reading were not kept until it went on, however often it began. Nothing is lost: start the export again.',
  'source-replaced':
    'The records were moved to another place while this run was under way: start the export again (source-replaced).',
  'same-fault': 'The export met the same fault again and again: {fault}.',
  'no-further':
    'The export got no further for two hours, in which it was tried again and again: {fault}. Start it again once that has passed.',
  'never-ended': 'slice {slice} was begun {times} times and never came to its end',
  skipped: 'Skipped: run {run} of this job was still in progress when this start was due.',
  split: 'The archive was split at {bytes} bytes, the largest volume that every tool decrypts.',
  fault: '{words} ({code})',
} as const satisfies Readonly<Record<string, string>>;
export type KeptReason = keyof typeof KEPT_REASONS;
