import type { ExportJob } from '../../durable/export-job.ts';
import { runSlice, type SliceContext } from '../export/slice.ts';
import { sliceMessage } from '../model/protocol.ts';
import { jobObject } from './job-object.ts';

/**
 * Carries out one queue message. Done either way: what went wrong was told to the job's object, and what could not even be
 * told is taken over by its alarm. A message of another format is left to the object, too, which sends its own.
 */
export async function consume(
  context: Omit<SliceContext, 'job'> & { readonly objects: DurableObjectNamespace<ExportJob> },
  body: unknown,
): Promise<void> {
  const parsed = sliceMessage.safeParse(body);
  if (!parsed.success) {
    console.error('queue message of an unknown form', parsed.error.issues);
    return;
  }
  const { ccid, jobId } = parsed.data;
  await runSlice({ ...context, job: jobObject(context.objects, ccid, jobId) }, parsed.data);
}
