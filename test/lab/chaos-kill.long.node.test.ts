import { describe, expect, it } from 'vitest';
import { playScene } from '../../scripts/lab/chaos/scene.ts';

describe('a service that is killed with SIGKILL three times while it exports', () => {
  it('finishes every run with every record, and leaves nothing over', async () => {
    const said: string[] = [];
    const outcome = await playScene({
      kills: 3,
      seed: 11,
      interactions: 20_000,
      types: ['Interaction'],
      shared: false,
      pauseMs: 800,
      undisturbed: false,
      // Slices of two pages, 3 MB: what each of them costs makes a run of about 10 s out of 40 MB.
      vars: ['SLICE_MS:1000', 'SLICE_PAGES:2', 'MAX_VOLUME_MB:8'],
      say: (text) => said.push(text),
      signal: new AbortController().signal,
    });
    const story = said.join('\n');
    expect(outcome.wrong, story).toEqual([]);
    expect(outcome.kills, story).toHaveLength(3);
    expect(outcome.kills.filter(({ cut }) => cut > 0).length, story).toBeGreaterThan(0);
    console.log(story);
  });
});
