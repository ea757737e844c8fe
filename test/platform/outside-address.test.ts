import { describe, expect, it } from 'vitest';
import { outsideUrl } from '../../src/platform/outside-address.ts';
import { OutsideAway, outsideFetch } from '../../src/platform/outside-fetch.ts';

const judged = (address: string, local = false) => {
  const url = outsideUrl(address, 'issuer', { local });
  return url.ok ? 'taken' : url.failure.code;
};

describe('an address that somebody gave', () => {
  it.each([
    'https://id.acme.example/realms/a',
    'https://id.acme.example:8443',
    'https://8.8.8.8',
    'https://[2606:4700::1111]/x',
    'https://172.15.0.1',
    'https://100.128.0.1',
  ])('is taken: %s', (address) => {
    expect(judged(address)).toBe('taken');
  });

  it.each([
    'https://localhost',
    'https://localhost.',
    'https://intern',
    'https://id.local',
    'https://a.b.internal',
    'https://metadata.google.internal',
    'https://127.0.0.1',
    'https://127.1',
    'https://0x7f000001',
    'https://2130706433',
    'https://0177.0.0.1',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://172.31.255.255',
    'https://192.168.1.1',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1',
    'https://198.19.0.1',
    'https://224.0.0.1',
    'https://255.255.255.255',
    'https://[::1]',
    'https://[::]',
    'https://[fe80::1]',
    'https://[fd00::1]',
    'https://[::ffff:10.0.0.1]',
    'https://[64:ff9b::a00:1]',
    'https://[2002:a00:1::]',
    'https://[2001:0:1::]',
    'https://[2001:db8::1]',
  ])('is private: %s', (address) => {
    expect(judged(address)).toBe('address-private');
    expect(judged(address, true)).toBe('taken');
  });

  it.each([
    'http://id.acme.example',
    'ftp://a.example',
    'https://u:p@a.example',
    'https://a.example/#x',
    'no',
  ])('is none that can be asked: %s', (address) => {
    expect(judged(address)).toBe('not-an-address');
  });
});

describe('asking another service', () => {
  const ask = (answer: () => Response) => outsideFetch({ local: true }, async () => answer());

  it('answers what came', async () => {
    const answer = await ask(() => new Response('{"a":1}', { status: 201 }))('http://127.0.0.1');
    expect([answer.status, await answer.json()]).toEqual([201, { a: 1 }]);
  });

  it('follows no redirect, reads no more than 256 KB, and never asks inside', async () => {
    const inside = new Response(null, { status: 302, headers: { Location: 'http://169.254.169.254' } });
    const refused = [
      () => ask(() => inside)('http://127.0.0.1'),
      () => ask(() => new Response('x'.repeat(300_000)))('http://127.0.0.1'),
      () => outsideFetch({ local: false }, async () => new Response('{}'))('https://10.0.0.1'),
    ];
    for (const asked of refused) await expect(asked()).rejects.toBeInstanceOf(OutsideAway);
  });
});
