import { z } from 'zod';
import type { Session } from '../../../src/client/session.ts';

const page = <T>(item: z.ZodType<T>) => z.object({ items: z.array(item) });
const historyItems = page(
  z.object({ id: z.number(), parentId: z.number(), status: z.string(), title: z.string() }),
);
const jobItems = page(z.object({ id: z.number() }));

/** Rows of one page: more than a storm makes. */
const SIZE = 10_000;

/** All history items of the caller's contact center. */
export const historyOf = async (session: Session) =>
  (await session.get(`/export/history?size=${SIZE}`, historyItems))?.items ?? [];

/** All its jobs. */
export const jobsOf = async (session: Session) =>
  (await session.get(`/export/jobs?size=${SIZE}`, jobItems))?.items ?? [];
