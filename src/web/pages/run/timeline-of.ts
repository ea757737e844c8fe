import type { components } from '../../../client/api.d.ts';

type RunEvents = components['schemas']['HistoryItemDetails']['events'];

/** Slices that follow each other are told by their last one: it says how far all of them came. */
export const timelineOf = (events: RunEvents): RunEvents =>
  events.filter(({ what }, index) => what !== 'slice' || events[index + 1]?.what !== 'slice');
