import type { ObjectKind, World } from './world.ts';

let present: World | null = null;

/** The world that the bindings lead to from now on: the Worker composes itself once a process. */
export function bindTo(world: World | null): void {
  present = world;
}

function atPresent(): World {
  if (!present) throw new Error('no world is played');
  return present;
}

/** A binding that leads to the present world's own. */
const leading = <T extends object>(to: (at: World) => T): T =>
  // Every property is asked of the present one.
  new Proxy({} as T, {
    get: (_, name) => {
      const binding = to(atPresent());
      const value: unknown = Reflect.get(binding, name, binding);
      return typeof value === 'function' ? (value.bind(binding) as unknown) : value;
    },
  });

const queueOf = (name: string) =>
  leading((at) => {
    const queue = at.queues.find(({ settings }) => settings.name === name);
    if (!queue) throw new Error(`no queue ${name}`);
    return queue.binding;
  });

const namespace = (kind: ObjectKind) => ({
  idFromName: (name: string) => ({ name, toString: () => name }),
  get: ({ name }: { name: string }) =>
    new Proxy(
      {},
      {
        get: (_, method) =>
          typeof method === 'string' && method !== 'then'
            ? (...args: unknown[]) => atPresent().call(atPresent().slot(kind, name), method, args)
            : undefined,
      },
    ),
});

/** The Worker's bindings and variables, over `more` (secrets). */
export const bindings = (more: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> => ({
  DB: leading(({ database }) => database.binding),
  BUCKET: leading(({ bucket }) => bucket.binding),
  QUEUE: queueOf('export-slices'),
  STARTS: queueOf('export-starts'),
  DELIVERIES: queueOf('export-deliveries'),
  COMPACTIONS: queueOf('record-compactions'),
  EXPORT_JOB: namespace('EXPORT_JOB'),
  CENTER: namespace('CENTER'),
  AUDIT: namespace('AUDIT'),
  REGISTRY: namespace('REGISTRY'),
  RECORDS: namespace('RECORDS'),
  VERSION: { id: 'simulated', tag: '', timestamp: '' },
  ISSUER: 'simulated',
  AUDIENCE: 'simulated',
  RETENTION_DAYS: '30',
  RUN_RETENTION_DAYS: '400',
  MAX_VOLUME_MB: '1',
  SLICE_PAGES: '4',
  ...more,
});
