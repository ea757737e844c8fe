import { Buffer } from 'node:buffer';
import { fc } from '../support/property.ts';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/http/multipart.ts';

const CONTENT = Uint8Array.of(0x30, 0x82, 0, 13, 10, 0x2d, 0x2d, 0xff, 0x62);
const B = '------b0undary';
const TYPE = `multipart/form-data; boundary="${B}"`;

/** A form with one part whose headers are these lines. */
const form = (headers: readonly string[], { before = '', after = '\r\n' } = {}) =>
  Buffer.concat([
    Buffer.from(`${before}--${B}\r\n${headers.join('\r\n')}\r\n\r\n`),
    CONTENT,
    Buffer.from(`\r\n--${B}--${after}`),
  ]);
const disposition = (parameters: string) => [`Content-Disposition: form-data; ${parameters}`];

describe('a form is read as it is written', () => {
  it.each([
    ['by browsers and curl', disposition('name="file"; filename="c.pem"')],
    ['by .NET', disposition("name=file; filename=c.pem; filename*=utf-8''c.pem")],
    ['by Akka', ['Content-Type: application/octet-stream', ...disposition('filename="c.pem"; name="file"')]],
    ['by Ktor', [...disposition('name=file; filename=c.pem'), 'Content-Length: 9']],
    ['with names in other case', ['content-disposition: FORM-DATA; FileName=c.pem; NAME=file']],
    ['without spaces', ['Content-Disposition:form-data;name="file";filename="c.pem"']],
    ['with spaces', ['Content-Disposition:  form-data ; name = "file" ; filename = "c.pem" ']],
    ['with a folded header', ['Content-Disposition: form-data;', ' name="file";', '\tfilename="c.pem"']],
    ['with a name in UTF-8', disposition('name="file"; filename="証明書 für; alle.pem"')],
    ['with a name that is coded', disposition("name=file; filename*=UTF-8''%e8%a8%bc.pem")],
    ['with quotes in the name', disposition('filename="a\\"; name=\\"b\\".pem"; name="file"')],
    ['without a file name', disposition('name="file"')],
  ])('%s', async (_, headers) => {
    expect(await readForm(form(headers), TYPE)).toEqual([{ name: 'file', bytes: Buffer.from(CONTENT) }]);
  });

  it('with text before the first boundary and behind the last, and with none', async () => {
    const headers = disposition('name="file"');
    for (const around of [{ before: '\r\n' }, { before: 'a preamble\r\n' }, { after: '' }, { after: 'x' }]) {
      expect(await readForm(form(headers, around), TYPE)).toHaveLength(1);
    }
  });

  it('whatever the boundary and the form of its parameter', async () => {
    for (const type of [
      `multipart/form-data;boundary=${B}`,
      `Multipart/Form-Data; charset=utf-8; BOUNDARY=${B}`,
      `multipart/form-data; boundary="${B}"; charset="utf-8"`,
    ]) {
      expect(await readForm(form(disposition('name=file')), type)).toHaveLength(1);
    }
  });

  it('field by field, empty ones too; parts without a name are left out', async () => {
    const part = (headers: string, content: string) => `--${B}\r\n${headers}\r\n\r\n${content}\r\n`;
    const body = [
      part('Content-Disposition: form-data; name=comment', ''),
      part('Content-Type: text/plain', 'nameless'),
      part('Content-Disposition: form-data; name=file', 'a'),
      part('Content-Disposition: form-data; name=file', 'b'),
    ];
    const read = await readForm(Buffer.from(`${body.join('')}--${B}--`), TYPE);
    const shown = Array.isArray(read) ? read.map(({ name, bytes }) => `${name}=${bytes.toString()}`) : read;
    expect(shown).toEqual(['comment=', 'file=a', 'file=b']);
  });
});

describe('a body is no form', () => {
  it('without a boundary, without its end, with too many parts', async () => {
    const whole = form(disposition('name="file"'));
    expect(await readForm(whole, 'multipart/form-data')).toBe('no-boundary');
    expect(await readForm(whole, 'multipart/form-data; boundary=')).toBe('no-boundary');
    expect(await readForm(whole, 'multipart/form-data; boundary=other')).toBe('not-ended');
    expect(await readForm(whole.subarray(0, -20), TYPE)).toBe('not-ended');
    expect(await readForm(new Uint8Array(), TYPE)).toBe('not-ended');
    const many = `--${B}\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n`.repeat(17);
    expect(await readForm(Buffer.from(`${many}--${B}--`), TYPE)).toBe('too-many-parts');
  });

  it('is answered, whatever the bytes are', async () => {
    const pieces = fc.constantFrom(
      `--${B}`,
      `--${B}--`,
      '\r\n',
      '\n',
      '\r',
      '-',
      ':',
      '',
      'Content-Disposition: form-data; name=file',
      'Content-Disposition: form-data; name="fi',
      "filename*=utf-8''%e8%; x*=y; =; \"",
      'x'.repeat(9_000),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }),
        async (parts) => {
          const silent = Promise.withResolvers<'no answer'>();
          const timer = setTimeout(() => silent.resolve('no answer'), 2_000);
          const read = await Promise.race([readForm(Buffer.from(parts.join('')), TYPE), silent.promise]);
          clearTimeout(timer);
          expect(read).not.toBe('no answer');
        },
      ),
      { numRuns: 400 },
    );
  });
});
