import { z } from '@hono/zod-openapi';
import { FILE_NAME } from './examples.ts';
import { NAME, textField } from './fields.ts';

/** The content of an answer that is a file as it is kept: an S/MIME message, as bytes. */
export const FILE_CONTENT = {
  'application/octet-stream': {
    schema: {
      type: 'string' as const,
      format: 'binary',
      example: 'Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data\n…',
    },
  },
};

/** The headers of an answer that is a file, or says that it is the same as before. */
export const FileHeaders = z.object({
  ETag: textField({
    ...NAME,
    description: 'The version of the file.',
    example: '"5d41402abc4b2a76b9719d911017c592"',
  }),
  'Last-Modified': textField({
    ...NAME,
    description: 'When the file was finished (RFC 9110, section 5.6.7).',
    example: 'Fri, 20 Nov 2026 12:01:09 GMT',
  }),
  'Accept-Ranges': z.literal('bytes').openapi({ description: 'Parts can be asked for by `Range`.' }),
  'Content-Disposition': textField({
    maxLength: 1_024,
    description: 'The name to keep the file under (RFC 6266).',
    example: `attachment; filename="${FILE_NAME}"; filename*=UTF-8''${FILE_NAME}`,
  }),
});

/** Which part of a file an answer has, or how large the file is. */
export const ContentRange = textField({
  pattern: String.raw`^bytes ([0-9]+-[0-9]+|\*)/[0-9]+$`,
  description: 'The part and the size of the file, in bytes (RFC 9110, section 14.4).',
  example: 'bytes 0-1023/99414145',
});
