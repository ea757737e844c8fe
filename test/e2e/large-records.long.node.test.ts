import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLarge, importLarge } from '../../scripts/lab/memory/large-round.ts';
import { startedService, type Running } from './service.ts';

let running: Running;
beforeAll(async () => {
  running = await startedService();
});
afterAll(() => running.stop());

describe('large records through the service', () => {
  it('come back byte for byte, a 20 MB interaction and a 9 MB document among small ones', async () => {
    const history = { interactionBytes: 20_000_000, documentBytes: 9_000_000, small: 300 };
    const sent = await importLarge(running.session, history);
    const received = await exportLarge(running.session, running.folder, running.recipient);
    expect(received).toEqual({ interactions: sent.interactions, documents: sent.documents });
  });
});
