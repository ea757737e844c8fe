import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../src/config/secret.ts';
import { log } from '../../src/platform/log.ts';

/** What the call writes: each line parsed, with the level of the console that it went to. */
function written(call: () => void) {
  const lines: { readonly level: string; readonly text: string }[] = [];
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      lines.push({ level, text: args.join(' ') });
    });
  call();
  return lines.map(({ level, text }) => ({
    level,
    text,
    object: JSON.parse(text) as Record<string, unknown>,
  }));
}

afterEach(() => vi.restoreAllMocks());

describe('log', () => {
  it('writes one JSON object on one line, at the level of its event', () => {
    const lines = written(() => {
      log('message-unsent', { ccid: 'a\nb', run: 7, seq: 0, last: true, none: null });
      log('slice-failed', {});
    });
    expect(lines.map(({ level, object }) => [level, object])).toEqual([
      [
        'warn',
        {
          event: 'message-unsent',
          level: 'warn',
          ccid: 'a\nb',
          run: 7,
          seq: 0,
          last: true,
          none: null,
        },
      ],
      ['error', { event: 'slice-failed', level: 'error' }],
    ]);
    for (const { text } of lines) expect(text).not.toContain('\n');
  });

  it('tells of an error its name, its code, its frames and its causes, and never its message', async () => {
    const bound = 'Jane Roe, +49 30 1234';
    // D1's own words of a value that was bound to the wrong type.
    const refused: unknown = await env.DB.prepare('SELECT json_extract(?1, ?2)')
      .bind('{}', bound)
      .all()
      .catch((error: unknown) => error);
    expect(String(refused)).toContain(bound);
    const error = new RangeError(`"${bound}"\n    at ${bound} (secret.ts:1:1)\n    at last (x:1:1)`, {
      cause: refused,
    });
    const [line] = written(() => log('slice-failed', { run: 7, error }));
    expect(line?.text).not.toContain('Jane');
    expect(line?.text).not.toContain('at last');
    expect(line?.object['error']).toMatchObject({
      name: 'RangeError',
      code: 'defect',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test/)]),
      cause: { name: 'Error', code: 'd1-sql' },
    });
  });

  it('takes whatever was thrown, and a chain of causes without an end', () => {
    const endless = new Error('a');
    endless.cause = endless;
    const named = Object.assign(new Error('b'), { name: 'a text of somebody' });
    const objects = written(() => {
      for (const error of ['Jane Roe', undefined, null, { text: 'Jane Roe' }, endless, named])
        log('alarm-failed', { error });
    });
    expect(objects.map(({ text }) => text).join()).not.toMatch(/Jane|somebody/);
    expect(objects.map(({ object }) => (object['error'] as { name: string }).name)).toEqual([
      'string',
      'undefined',
      'object',
      'object',
      'Error',
      'Error',
    ]);
  });

  it('shows no secret and no object, however it is called', () => {
    const secret = new Secret('very secret');
    const [line] = written(() => {
      // @ts-expect-error -- only scalars and `error` are fields
      log('slice-failed', { key: secret, record: { text: 'very secret' }, error: secret });
    });
    expect(line?.object).toMatchObject({ key: 'object', record: 'object', error: { name: 'object' } });
    expect(line?.text).not.toContain('secret"');
    expect(`${String(secret)} ${JSON.stringify({ secret })}`).toBe('[secret] {"secret":"[secret]"}');
  });
});
