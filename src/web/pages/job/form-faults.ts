import type { Failure } from '../../../model/failures.ts';
import { fieldOf, filterPartOf, formFault, NEW_JOB, type FieldName, type JobForm } from './job-form.ts';

/** Something wrong with a form: at which field, and why. */
export interface FieldFault {
  readonly field: FieldName;
  readonly fault: Failure | 'no-media';
}

/** What is in order whatever else a form holds, field by field: in its place the rules find what else is wrong. */
const IN_ORDER: Readonly<Partial<Record<FieldName, Partial<JobForm>>>> = {
  title: { title: 'title' },
  description: { description: '' },
  contactId: { contactId: 'contact' },
  media: { allMedia: true },
  frame: { frame: 'all' },
  from: { frame: 'all' },
  to: { frame: 'all' },
  lastDays: { lastDays: NEW_JOB.lastDays },
  splitSize: { splitSize: '' },
  filters: { filters: [] },
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
    rest = { ...rest, ...(IN_ORDER[field] ?? withoutFilter(rest, field)) };
  }
}

/** A row that asks for nothing wrong in the place of a wrong one: the rows behind it stay where they are. */
function withoutFilter({ filters }: JobForm, field: string): Partial<JobForm> {
  const wrong = filterPartOf(field);
  if (!wrong) return {};
  return {
    filters: filters.map((row, index) =>
      index === wrong.index ? { id: row.id, name: 'ID', choice: 'exists', value: '', values: [] } : row,
    ),
  };
}
