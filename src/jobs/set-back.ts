import { z } from 'zod';
import { DATA_TYPES } from '../model/records.ts';
import type { Instant } from '../model/instant.ts';
import { callSettingBack } from '../platform/set-back.ts';
import { everyJob } from './centers/all-jobs.ts';
import { recordStores, type CenterContext } from './centers/context.ts';
import { filesThatAreThere } from './centers/files-there.ts';
import { jobObject } from './job-object.ts';
import { registryObject } from './new-ids.ts';

/** Jobs of one step: each is ended, begins anew, and is asked. */
const JOBS_A_STEP = 50;
/** Texts of records that are looked for in one step. */
const TEXTS_A_STEP = 200;

const after = z.int().nonnegative();

/**
 * Where setting objects back goes on. `objects`: those that are known before D1 is set back. `deleted`: jobs that are known only after that,
 * since they were deleted in between. `files`, `texts`: what they name in R2 and is there no more.
 */
export const setBackPlace = z.discriminatedUnion('step', [
  z.object({ step: z.literal('objects'), ccid: z.string(), after }),
  z.object({ step: z.literal('deleted'), ccid: z.string(), after }),
  z.object({ step: z.literal('files'), ccid: z.string(), after, run: after }),
  z.object({ step: z.literal('texts'), ccid: z.string(), type: z.enum(DATA_TYPES), after: z.string() }),
]);
type SetBackPlace = z.infer<typeof setBackPlace>;

/** A history item whose files are not all there. */
interface LostFiles {
  readonly ccid: string;
  readonly run: number;
  readonly files: number;
}

export interface SetBackStep {
  /** Jobs that were set back. */
  readonly jobs: number;
  readonly lostFiles: readonly LostFiles[];
  /** Records whose text is not there, by contact center. */
  readonly lostTexts: Readonly<Record<string, number>>;
  /** Null when a stage is over: D1's turn is behind `objects`, and `texts` are the last. */
  readonly next: SetBackPlace | null;
}

const NOTHING = { jobs: 0, lostFiles: [], lostTexts: {} } as const;

/** Whether objects can be set back to a time; then every sweep that deletes from R2 is held. */
export async function beginSetBack(
  { registry }: CenterContext,
  to: Instant,
  holdUntil: Instant,
): Promise<boolean> {
  const object = registryObject(registry);
  if (!(await object.hasHistory(to))) return false;
  await object.hold(holdUntil);
  return true;
}

/**
 * Carries out one step. Each may be repeated: an object is set back to the same time again. Audit logs and the registry stay as they are: what
 * was done was done, and no id is drawn twice.
 */
export async function setBackStep(
  context: CenterContext,
  to: Instant,
  place: SetBackPlace,
): Promise<SetBackStep> {
  const { step, ccid } = place;
  if (ccid === '') return { ...NOTHING, next: await firstOf(context, place) };
  if (step === 'texts') return lookForTexts(context, place);
  if (step === 'files') return lookForFiles(context, place);
  const ids = await everyJob(context, ccid, { after: place.after, limit: JOBS_A_STEP });
  let jobs = 0;
  for (const id of ids)
    if (step === 'objects' || !(await jobObject(context.objects, ccid, id).isJob())) {
      await setJobBack(context, ccid, { id, to });
      jobs += 1;
    }
  const last = ids.at(-1);
  if (last !== undefined) return { ...NOTHING, jobs, next: { step, ccid, after: last } };
  if (step === 'objects') await setCenterBack(context, ccid, to);
  return { ...NOTHING, next: await firstOf(context, place) };
}

async function setJobBack(
  { objects }: CenterContext,
  ccid: string,
  { id, to }: { readonly id: number; readonly to: Instant },
): Promise<void> {
  await callSettingBack(() => jobObject(objects, ccid, id).setBack(to));
  // Another one stands behind its name now, whose projection has to count for more than all that D1 was told.
  await jobObject(objects, ccid, id).liftVersions();
}

async function setCenterBack(context: CenterContext, ccid: string, to: Instant): Promise<void> {
  for (const [, store] of recordStores(context, ccid)) await callSettingBack(() => store.setBack(to));
  const { centers } = context;
  await callSettingBack(() => centers.get(centers.idFromName(ccid)).setBack(to));
}

/** The first place of the contact center behind that of a place; null where it was the last. */
async function firstOf(
  { registry }: CenterContext,
  { step, ccid }: SetBackPlace,
): Promise<SetBackPlace | null> {
  const [next] = await registryObject(registry).centers(ccid, 1);
  if (next === undefined) return step === 'files' ? { ...FIRST_TEXT, ccid: '' } : null;
  if (step === 'texts') return { ...FIRST_TEXT, ccid: next };
  return step === 'files' ? { step, ccid: next, after: 0, run: 0 } : { step, ccid: next, after: 0 };
}

const FIRST_TEXT = { step: 'texts', type: DATA_TYPES[0], after: '' } as const;

/** Files of a job that are not there any more are no files of it. */
async function lookForFiles(
  context: CenterContext,
  place: SetBackPlace & { readonly step: 'files' },
): Promise<SetBackStep> {
  const { ccid, run } = place;
  const [next] = await everyJob(context, ccid, { after: place.after, limit: 1 });
  const id = run > 0 ? place.after : next;
  if (id === undefined) return { ...NOTHING, next: await firstOf(context, place) };
  const object = jobObject(context.objects, ccid, id);
  const { items, next: behind } = await object.files(run);
  const lostFiles: LostFiles[] = [];
  for (const item of items) {
    const there = await filesThatAreThere(context, { ccid, run: item.run, files: item.files });
    const lost = item.files.filter((file) => !there.includes(file));
    if (lost.length === 0) continue;
    await object.removeFiles(
      item.run,
      lost.map(({ name }) => name),
    );
    lostFiles.push({ ccid, run: item.run, files: lost.length });
  }
  return { ...NOTHING, lostFiles, next: { step: 'files', ccid, after: id, run: behind ?? 0 } };
}

async function lookForTexts(
  context: CenterContext,
  place: SetBackPlace & { readonly step: 'texts' },
): Promise<SetBackStep> {
  const { ccid, type } = place;
  const store = recordStores(context, ccid).find(([of]) => of === type)?.[1];
  const keys = store ? await store.texts(place.after, TEXTS_A_STEP) : [];
  const found = await Promise.all(keys.map(async (key) => (await context.bucket.head(key)) === null));
  const lost = found.filter(Boolean).length;
  const lostTexts = lost > 0 ? { [ccid]: lost } : {};
  const last = keys.at(-1);
  if (last !== undefined) return { ...NOTHING, lostTexts, next: { ...place, after: last } };
  const other = DATA_TYPES[DATA_TYPES.indexOf(type) + 1];
  return { ...NOTHING, next: other ? { ...place, type: other, after: '' } : await firstOf(context, place) };
}
