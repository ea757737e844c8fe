import type { EVENT_NAMES } from '../model/api/event-view.ts';

type EventName = (typeof EVENT_NAMES)[number];

/** What happened to a run, in English. */
export const EN_EVENTS = {
  submitted: 'Submitted.',
  skipped: 'Skipped: another run was in progress.',
  started: 'Begun.',
  planned: 'Planned: what it exports is fixed.',
  slice: 'Slice {slice} done: {records} records so far.',
  'taken-over': 'Slice {slice} taken over, attempt {attempt}.',
  stumbled: 'Slice {slice} met a fault, and is tried again: {reason}',
  restarted: 'Begun anew: {reason}',
  finished: 'Finished with {volumes} files.',
  failed: 'Failed: {reason}',
  cancelled: 'Cancelled.',
  'files-expired': 'The files have expired.',
  'files-deleted': 'The files were deleted.',
  delivered: 'Delivered to the bucket: {files} files.',
  'delivery-failed': 'Not delivered: {code}',
} as const satisfies Readonly<Record<EventName, string>>;

/** The same in German. */
export const DE_EVENTS: Readonly<Record<EventName, string>> = {
  submitted: 'Eingereiht.',
  skipped: 'Übersprungen: Ein anderer Lauf war im Gange.',
  started: 'Begonnen.',
  planned: 'Geplant: Was exportiert wird, steht fest.',
  slice: 'Abschnitt {slice} erledigt: bisher {records} Datensätze.',
  'taken-over': 'Abschnitt {slice} übernommen, Versuch {attempt}.',
  stumbled: 'Abschnitt {slice} ist auf einen Fehler gestoßen und wird wiederholt: {reason}',
  restarted: 'Von vorn begonnen: {reason}',
  finished: 'Fertig mit {volumes} Dateien.',
  failed: 'Fehlgeschlagen: {reason}',
  cancelled: 'Abgebrochen.',
  'files-expired': 'Die Dateien sind abgelaufen.',
  'files-deleted': 'Die Dateien wurden gelöscht.',
  delivered: 'In den Bucket geliefert: {files} Dateien.',
  'delivery-failed': 'Nicht geliefert: {code}',
};
