import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/platform/gate.ts';

const PATIENT = { milliseconds: 5_000 };

describe('a gate', () => {
  it('lets in what fits together, and whoever is alone whatever the weight', () => {
    const gate = new Gate(10);
    const alone = gate.tryEnter(100);
    expect(alone).not.toBeNull();
    expect(gate.tryEnter(1)).toBeNull();
    alone?.leave();
    alone?.leave();
    const [six, four] = [gate.tryEnter(6), gate.tryEnter(4)];
    expect([six === null, four === null, gate.tryEnter(1)]).toEqual([false, false, null]);
    four?.leave();
    expect(gate.tryEnter(5)).toBeNull();
    expect(gate.tryEnter(3)).not.toBeNull();
  });

  it('frees the place of one of whom nobody has spoken for two minutes', () => {
    let now = 0;
    const gate = new Gate(2, () => now);
    const [lost, held] = [gate.tryEnter(1), gate.tryEnter(1)];
    now = 119_000;
    held?.renew();
    expect(gate.tryEnter(1)).toBeNull();
    now = 120_000;
    expect(gate.tryEnter(1)).not.toBeNull();
    lost?.renew();
    lost?.leave();
    expect(gate.tryEnter(1)).toBeNull();
  });

  it('lets those who wait in one after the other, in the order in which they came', async () => {
    const gate = new Gate(1);
    const order: string[] = [];
    let inside = 0;
    let most = 0;
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (name) => {
        const place = await gate.enter(1, PATIENT);
        most = Math.max(most, ++inside);
        await scheduler.wait(5);
        order.push(name);
        inside -= 1;
        place?.leave();
      }),
    );
    expect([order.join(''), most]).toEqual(['abcd', 1]);
  });

  it('tells one who waited in vain, and keeps nobody behind one who is gone', async () => {
    let now = 0;
    const gate = new Gate(1, () => now);
    const place = gate.tryEnter(1);
    let waited = 0;
    const inVain = gate.enter(1, { milliseconds: 50, meanwhile: () => void ((now += 10), (waited += 1)) });
    expect([await inVain, waited]).toEqual([null, 5]);
    // Stands in the line and never looks again, as one whose request was ended.
    void gate
      .enter(1, {
        milliseconds: 1e9,
        meanwhile: () => {
          throw new Error('gone');
        },
      })
      .catch(() => undefined);
    const next = gate.enter(1, { milliseconds: 1e9, meanwhile: () => void (now += 1_000) });
    place?.leave();
    expect(await next).not.toBeNull();
  });
});
