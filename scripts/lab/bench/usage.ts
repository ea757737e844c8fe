import { z } from 'zod';
import type { Usage } from '../../../src/model/prices.ts';

/** What the side door of the bench's Worker counts, by name. */
export const counts = z.record(z.string(), z.number());
export type Counts = z.infer<typeof counts>;

/** Memory that a Durable Object is billed for, whatever it uses: 128 MB. */
const OBJECT_GB = 0.128;

/** R2's operations by class (R2's pricing page). `delete` and `abort` are free. */
const CLASS_A = ['put', 'list', 'createMultipartUpload', 'uploadPart', 'complete'];
const CLASS_B = ['get', 'head'];

const sumOf = (from: Counts, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (from[name] ?? 0), 0);

/** R2's class A operations. */
export const classA = (from: Counts): number =>
  sumOf(
    from,
    CLASS_A.map((name) => `r2.${name}`),
  );

/**
 * Counts as the platform bills them. A message is written, read and deleted. The object is taken to be in memory while the work
 * lasts, which is the most that it can be.
 */
export function usageOf(from: Counts, work: { readonly cpuMs: number; readonly seconds: number }): Usage {
  const objectNames = Object.keys(from).filter((name) => name.startsWith('object.'));
  const objectRequests = sumOf(from, objectNames);
  return {
    requests: from['worker.requests'] ?? 0,
    cpuMs: work.cpuMs,
    d1RowsRead: from['d1.rowsRead'] ?? 0,
    d1RowsWritten: from['d1.rowsWritten'] ?? 0,
    r2ClassA: classA(from),
    r2ClassB: sumOf(
      from,
      CLASS_B.map((name) => `r2.${name}`),
    ),
    queueOperations: sumOf(from, ['queue.send', 'queue.sendBatch']) + 2 * (from['queue.delivered'] ?? 0),
    objectRequests,
    objectGBSeconds: objectRequests > 0 ? work.seconds * OBJECT_GB : 0,
    objectRowsRead: from['objectSql.rowsRead'] ?? 0,
    objectRowsWritten: from['objectSql.rowsWritten'] ?? 0,
  };
}

/** The same for so many times as much work; whole numbers. */
export const scaled = (usage: Usage, factor: number): Usage =>
  Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, Math.round(amount * factor)]));
