import { z } from 'zod';
import type { Definition } from './definition.ts';
import { RecordFilter, JobRequest } from './api/job-request.ts';
import { EXPORT_TYPES } from './export-type.ts';
import { SCHEDULE_TYPES } from './schedule.ts';
import { JOB_TYPES } from './records.ts';

const instant = z.int();

const window = z.object({ from: instant.nullable(), to: instant.nullable() });
const extent = z.union([
  z.object({ window }),
  z.object({ last: z.object({ months: z.int(), milliseconds: z.int(), days: z.int().optional() }) }),
]);

/** A job's definition as an object keeps it; it was decided when it came in, and is not judged again. */
export const storedDefinition: z.ZodType<Definition> = z.object({
  title: z.string(),
  description: z.string(),
  type: z.enum(JOB_TYPES),
  contactId: z.string().nullable().default(null),
  exportType: z.enum(EXPORT_TYPES),
  schedule: z.object({
    type: z.enum(SCHEDULE_TYPES),
    cron: z.string().nullable(),
    startDate: instant.nullable(),
    immediately: z.boolean(),
    timeZone: z.string().optional(),
    inBothHours: z.boolean().optional(),
  }),
  extent,
  media: z.array(z.string()).readonly().nullable(),
  attachments: z.boolean(),
  filters: z.array(RecordFilter.readonly()).readonly().default([]),
  splitBytes: z.int().nullable(),
  suspended: z.boolean(),
  request: JobRequest,
});
