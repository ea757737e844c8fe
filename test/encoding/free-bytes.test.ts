import { describe, expect, it } from 'vitest';
import { freeBytes } from '../../src/encoding/free-bytes.ts';

describe('freeing bytes', () => {
  it('gives back what fills its buffer, or most of it, and bears to be asked twice', () => {
    const whole = new Uint8Array(100_000);
    const most = new Uint8Array(100_016).subarray(0, 100_000);
    for (const bytes of [whole, most, whole]) freeBytes(bytes);
    expect([whole.length, most.length]).toEqual([0, 0]);
    expect(whole.buffer.detached).toBe(true);
  });

  it.each([
    ['a stretch of a larger buffer', () => new Uint8Array(100_000).subarray(0, 20_000)],
    ['little, which may share its buffer with others', () => new Uint8Array(4_096)],
  ])('leaves %s as it is', (_, make) => {
    const bytes = make();
    const { length } = bytes;
    freeBytes(bytes);
    expect(bytes.length).toBe(length);
  });
});
