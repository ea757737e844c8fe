import { z } from 'zod';
import { CommandError } from '../cli/command.ts';
import { askPatiently, type Operated } from './ask-operator.ts';
import { restoreThrough } from './restore-through.ts';

const step = z.object({
  jobs: z.int(),
  lostFiles: z.array(z.object({ ccid: z.string(), run: z.int(), files: z.int() })),
  lostTexts: z.record(z.string(), z.int()),
  next: z.record(z.string(), z.unknown()).nullable(),
});

/** What was set back, and what does not come back. */
export interface SetBackReport {
  readonly jobs: number;
  readonly restored: number;
  readonly ghosts: number;
  /** History items whose files are not in R2 any more. */
  readonly lostFiles: readonly { readonly ccid: string; readonly run: number; readonly files: number }[];
  /** Records whose text is not in R2 any more, by contact center. */
  readonly lostTexts: Readonly<Record<string, number>>;
}

/**
 * Sets a deployment back: objects that are known, then D1 (`setDatabaseBack`), then objects of what had been deleted; looks after what they name in R2,
 * and tells D1 of all. Sweeps are held from the beginning. Cut off it is begun again, with the same time.
 */
export async function setBackThrough(
  operated: Operated,
  {
    to,
    holdDays,
    setDatabaseBack,
  }: { to: string; holdDays: number; setDatabaseBack: () => Promise<unknown> },
): Promise<SetBackReport> {
  const ask = (call: 'begin' | 'step', body: object) =>
    askPatiently(operated, `set-back/${call}`, { method: 'POST', body: { to, ...body } });
  const lostFiles: SetBackReport['lostFiles'][number][] = [];
  const lostTexts: Record<string, number> = {};
  let jobs = 0;
  const stage = async (first: object): Promise<void> => {
    const known = new Set<string>();
    for (let place: object | null = first; place;) {
      const answer = step.parse(await ask('step', { place }));
      jobs += answer.jobs;
      lostFiles.push(...answer.lostFiles);
      for (const [ccid, count] of Object.entries(answer.lostTexts))
        lostTexts[ccid] = (lostTexts[ccid] ?? 0) + count;
      place = answer.next;
      const text = JSON.stringify(place);
      if (place && known.has(text))
        throw new CommandError(`The service answered the same place twice: ${text}`);
      known.add(text);
    }
  };
  await ask('begin', { holdDays });
  await stage({ step: 'objects', ccid: '', after: 0 });
  await setDatabaseBack();
  await stage({ step: 'deleted', ccid: '', after: 0 });
  await stage({ step: 'files', ccid: '', after: 0, run: 0 });
  return { jobs, ...(await restoreThrough(operated, holdDays)), lostFiles, lostTexts };
}
