import type { ExportJob } from '../../durable/export-job.ts';

/** The object of one job. Its name holds the contact center, so that no id reaches another center's job. */
export const jobObject = (
  objects: DurableObjectNamespace<ExportJob>,
  ccid: string,
  jobId: number,
): DurableObjectStub<ExportJob> => objects.get(objects.idFromName(`${encodeURIComponent(ccid)}/${jobId}`));
