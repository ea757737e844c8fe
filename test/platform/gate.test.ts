import { describe, expect, it, vi } from 'vitest';
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

  it('keeps of its budget for others what one name may not have', () => {
    const gate = new Gate(30, { share: 20 });
    const first = gate.tryEnter(25, 'a');
    expect([gate.tryEnter(1, 'a'), gate.tryEnter(10, 'b')]).toEqual([null, null]);
    first?.leave();
    expect([gate.tryEnter(10, 'a'), gate.tryEnter(10, 'a')]).not.toContain(null);
    expect(gate.tryEnter(10, 'a')).toBeNull();
    expect(gate.tryEnter(10, 'b')).not.toBeNull();
  });

  it('frees the place of one of whom nobody has spoken for two minutes', () => {
    let now = 0;
    const gate = new Gate(2, { now: () => now });
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

  it('lets names in in turns, however many wait of one', async () => {
    const gate = new Gate(1);
    const place = gate.tryEnter(1);
    const order: string[] = [];
    const all = ['a', 'a', 'a', 'b', 'c', 'b'].map(async (who) => {
      const entered = await gate.enter(1, { who, milliseconds: 5_000 });
      order.push(who);
      entered?.leave();
    });
    place?.leave();
    await Promise.all(all);
    expect(order.join('')).toBe('abcaba');
  });

  it('loses no time between two of a long line', async () => {
    const due: { readonly at: number; readonly go: () => void }[] = [];
    let now = 0;
    const wait = vi
      .spyOn(scheduler, 'wait')
      .mockImplementation((pause = 0) => new Promise((go) => due.push({ at: now + pause, go })));
    const gate = new Gate(1, { now: () => now });
    let idle = 0;
    let left = 0;
    const all = Array.from({ length: 30 }, async () => {
      const place = await gate.enter(1, { milliseconds: 1e9 });
      idle += now - left;
      await scheduler.wait(500);
      left = now;
      place?.leave();
    });
    for (let next; (next = due.toSorted((a, b) => a.at - b.at)[0]);) {
      due.splice(due.indexOf(next), 1);
      now = next.at;
      next.go();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    await Promise.all(all);
    wait.mockRestore();
    expect(left).toBeGreaterThan(30 * 500);
    expect(idle / left).toBeLessThan(0.1);
  });

  it('takes one for lost who could not look for long, and lets him stand last; nobody loses his place by it', async () => {
    let now = 0;
    const gate = new Gate(1, { now: () => now });
    const place = gate.tryEnter(1);
    const order: string[] = [];
    let looks = 0;
    const late = gate.enter(1, {
      milliseconds: 1e9,
      // The whole isolate stood still for a while.
      meanwhile: () => void (looks++ === 0 && (now += 20_000)),
    });
    const others = ['b', 'c'].map(async (name) => {
      const entered = await gate.enter(1, { milliseconds: 1e9 });
      order.push(name);
      entered?.leave();
    });
    place?.leave();
    (await late)?.leave();
    await Promise.all(others);
    expect(order).toEqual(['b', 'c']);
  });

  it('tells one who waited in vain, and keeps nobody behind one who is gone', async () => {
    let now = 0;
    const gate = new Gate(1, { now: () => now });
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
