import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openPageSession } from '../../src/client/page-session.ts';
import { openSession } from '../../src/client/session.ts';

type Answer = 'lost' | number;
let close = (): void => {};
afterEach(() => close());

/** A service that answers as it is told, one after the other, and notes which keys came. */
async function serviceOf(answers: Answer[]) {
  const keys: (string | undefined)[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume().on('end', () => {
      keys.push(request.headers['idempotency-key']?.toString());
      const answer = answers.shift() ?? 202;
      if (answer === 'lost') return request.socket.destroy();
      response.writeHead(answer, { 'Content-Type': 'application/json' });
      const detail = { code: answer === 409 ? 'key-under-way' : 'title-length' };
      return response.end(
        JSON.stringify(answer < 300 ? { id: 7 } : { status: { code: answer, message: 'no', detail } }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => void server.close();
  return { keys, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const sent = {
  source: 'UCS' as const,
  type: 'UCS' as const,
  title: 'october',
  timeFrame: { all: true },
  schedulerParam: { immediately: true },
  jobParams: { type: 'Interaction' as const, media: ['all'] },
  suspended: false,
};
const path = { id: 7 };
const reactions = { signedOut: () => {}, again: async () => false, factorFirst: () => {} };

describe('the key of a request that makes something', () => {
  it('stays the same while its answer is lost or under way, and is new for each other request', async () => {
    const { keys, url } = await serviceOf(['lost', 'lost', 409, 202]);
    const { api } = openSession({ url, bearer: async () => 'Bearer t' });
    const { data } = await api.POST('/udm/v10/export/jobs', { body: sent });
    expect(data).toEqual({ id: 7 });
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^"[0-9a-f]{32}"$/);
    await api.POST('/udm/v10/export/jobs/{id}/run', { params: { path } });
    await api.POST('/udm/v10/export/history/{id}/retry', { params: { path } });
    expect(new Set(keys).size).toBe(3);
    await api.POST('/udm/v10/export/jobs/suspend/{id}', { params: { path } });
    await api.POST('/udm/v10/export/jobs', { body: sent, params: { query: { dryRun: true } } });
    expect(keys.slice(-2)).toEqual([undefined, undefined]);
  });

  it('is kept by a page until it knows that it was done', async () => {
    const { keys, url } = await serviceOf(['lost', 503, 400, 202]);
    const { api } = openPageSession(url, reactions);
    const create = () => api.POST('/udm/v10/export/jobs', { body: sent });
    await expect(create()).rejects.toMatchObject({ code: 'unreachable' });
    await expect(create()).rejects.toMatchObject({ status: 503 });
    await api.POST('/udm/v10/export/jobs/{id}/run', { params: { path } }).catch(() => null);
    await create();
    await create();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[3]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(keys[4]).not.toBe(keys[0]);
  });
});
