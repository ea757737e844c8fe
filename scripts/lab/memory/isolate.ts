import { once } from 'node:events';
import { z } from 'zod';
import { HOST } from '../../dev/port.ts';

const targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }));
const answers = z.object({
  id: z.number(),
  result: z.object({ usedSize: z.number().default(0), backingStorageSize: z.number().default(0) }),
});

/** The Worker's isolate as its inspector shows it. */
export interface Isolate {
  /** Bytes in use: the JavaScript heap and the stores behind its buffers, garbage that still lies about included. */
  used(): Promise<number>;
  /** Has the garbage collected, so that what is used afterwards is what something still holds. */
  collectGarbage(): Promise<void>;
  close(): void;
}

/** Connects to the inspector of the local service (Chrome DevTools Protocol, `Runtime.getHeapUsage`). */
export async function openIsolate(inspectorPort: number): Promise<Isolate> {
  const answer = await fetch(`http://${HOST}:${inspectorPort}/json`);
  const [target] = targets.parse(await answer.json());
  if (!target) throw new Error('The inspector shows no isolate.');
  // The inspector refuses a connection that does not come from a page of this machine.
  const socket = new WebSocket(target.webSocketDebuggerUrl, { headers: { origin: 'http://localhost' } });
  const waiting = new Map<number, (used: number) => void>();
  socket.addEventListener('message', ({ data }) => {
    const parsed = answers.safeParse(JSON.parse(String(data)));
    if (!parsed.success) return;
    const { id, result } = parsed.data;
    waiting.get(id)?.(result.usedSize + result.backingStorageSize);
    waiting.delete(id);
  });
  await once(socket, 'open');
  let lastId = 0;
  const ask = (method: string): Promise<number> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      socket.send(JSON.stringify({ id: lastId, method }));
    });
  return {
    used: () => ask('Runtime.getHeapUsage'),
    collectGarbage: async () => {
      await ask('HeapProfiler.collectGarbage');
    },
    close: () => socket.close(),
  };
}
