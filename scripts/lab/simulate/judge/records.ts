import type { Run } from '../../../../src/model/run.ts';
import type { Scope } from '../../../../src/records/source/source.ts';
import { isIn, type RecordModel, type RecordVersion } from '../records/model.ts';
import { orderOf } from '../records/model-source.ts';

/** Entries that hold no records. */
const NO_DATA: ReadonlySet<string> = new Set(['manifest.json', 'deleted.json']);

/** What is wrong with a finished run's archive: each record of its scope once, as it was while the run read, in order. */
export function wrongRecords(
  { id, definition, window, outcome, plan }: Run,
  entries: ReadonlyMap<string, string>,
  model: RecordModel,
): readonly string[] {
  if (!plan) return [`run ${id} finished without a plan`];
  if (definition.type === 'Person') throw new Error('nobody asks for persons here');
  const scope: Scope = {
    ccid: model.ccid,
    type: definition.type,
    from: window.from,
    to: window.to,
    media: definition.media,
    attachments: definition.attachments,
    changes: plan.changes,
  };
  const read = { from: plan.createdAt, to: outcome.finishedAt ?? Infinity };
  const wrong: string[] = [];
  const found = new Map<string, RecordVersion>();
  const texts = new Map([...model.records.values()].flat().map((version) => [version.text, version]));
  for (const [name, text] of entries) {
    if (NO_DATA.has(name) || name.startsWith('schema/')) continue;
    let last = '';
    for (const line of text.split('\n').slice(0, -1)) {
      const version = texts.get(line);
      if (!version) {
        wrong.push(`run ${id}: ${name} has a line of no record of ${model.ccid}: ${line.slice(0, 80)}`);
        continue;
      }
      const key = `${version.kind} ${version.id}`;
      if (found.has(key)) wrong.push(`run ${id}: ${name} has ${key} twice`);
      found.set(key, version);
      if (!isIn(scope, version)) wrong.push(`run ${id}: ${name} has ${key}, which is not of its scope`);
      if (orderOf(version) <= last) wrong.push(`run ${id}: ${name} has ${key} out of order`);
      last = orderOf(version);
    }
  }
  for (const [key, versions] of model.records) {
    const must = mustBeThere(versions, scope, read);
    if (must && !found.has(key)) wrong.push(`run ${id} lacks ${key}`);
  }
  if (!entries.has('manifest.json')) wrong.push(`run ${id} lacks its manifest`);
  return wrong;
}

/** Whether a record was of the scope all the time, from the run's planning to its end. */
function mustBeThere(
  versions: readonly RecordVersion[],
  scope: Scope,
  read: { from: number; to: number },
): boolean {
  const before = versions.filter(({ at }) => at <= read.from).at(-1);
  const after = versions.filter(({ at }) => at <= read.to).at(-1);
  return before !== undefined && after !== undefined && isIn(scope, before) && isIn(scope, after);
}
