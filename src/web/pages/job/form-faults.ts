import type { Failure } from '../../../model/failures.ts';
import { fieldOf, formFault, NEW_JOB, type JobForm } from './job-form.ts';

/** Something wrong with a form: at which field, and why. */
export interface FieldFault {
  readonly field: keyof JobForm;
  readonly fault: Failure | 'no-media';
}

/** What is in order whatever else a form holds, field by field: in its place the rules find what else is wrong. */
const IN_ORDER: Readonly<Partial<Record<keyof JobForm, Partial<JobForm>>>> = {
  title: { title: 'title' },
  description: { description: '' },
  media: { allMedia: true },
  frame: { frame: 'all' },
  from: { frame: 'all' },
  to: { frame: 'all' },
  lastDays: { lastDays: NEW_JOB.lastDays },
  splitSize: { splitSize: '' },
  cron: { cron: NEW_JOB.cron },
  startDate: { run: 'now', startDate: '' },
  run: { run: 'now' },
  zone: { zone: 'UTC' },
  endpoint: { endpoint: 'https://s3.example' },
  bucket: { bucket: 'bucket' },
  region: { region: '' },
  prefix: { prefix: '' },
  accessKeyId: { accessKeyId: 'key' },
};

/** Everything that is wrong with a form, each field once; a fault of no field stands alone. */
export function formFaults(form: JobForm, ownMedia: readonly string[], now: number): readonly FieldFault[] {
  const found: FieldFault[] = [];
  let rest = form;
  for (;;) {
    const fault = formFault(rest, ownMedia, now);
    const field = fault === 'no-media' ? 'media' : fault && fieldOf(fault.field);
    if (!fault || !field || found.some((one) => one.field === field)) return found;
    found.push({ field, fault });
    rest = { ...rest, ...IN_ORDER[field] };
  }
}
