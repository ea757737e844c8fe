import { describe, expect, it } from 'vitest';
import { readChanges } from '../../scripts/center/limits.ts';

describe('npm run center -- limits', () => {
  it.each(['speed=1', 'runs', 'runs=1=2', 'runs=', 'runs=1.5', 'jobs=-1', ''])('refuses --set %j', (text) => {
    expect(() => readChanges([text])).toThrow(/is no limit|takes NAME=VALUE|must be a whole number/);
  });
});
