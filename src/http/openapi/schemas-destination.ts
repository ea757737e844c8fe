import { z } from '@hono/zod-openapi';
import { BucketDeliveryView, DestinationRequest, DestinationView } from '../../model/api/delivery.ts';
import { DELIVERY_FAULTS } from '../../model/delivery.ts';
import { DEFAULT_PREFIX, PREFIX_MAX } from '../../model/destination.ts';
import * as field from './fields.ts';
import { described } from './fields.ts';

/** Shapes of the customer's buckets that runs' files are copied to. */

const ENDPOINT = { maxLength: 500, example: 'https://s3.eu-central-1.amazonaws.com' };
const BUCKET = { pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$', example: 'acme-exports' };
const REGION = { pattern: '^[a-z0-9-]{0,40}$', example: 'eu-central-1' };
const PREFIX = { maxLength: PREFIX_MAX, example: DEFAULT_PREFIX };
const KEY_ID = { pattern: '^[A-Za-z0-9_.+=-]{1,128}$', example: 'AKIAIOSFODNN7EXAMPLE' };
const SECRET = { minLength: 0, maxLength: 256 };

const SHOWN = {
  endpoint: ENDPOINT.example,
  bucket: BUCKET.example,
  region: REGION.example,
  prefix: DEFAULT_PREFIX,
  accessKeyId: KEY_ID.example,
};

const { shape: asked } = DestinationRequest;

/** Where files are copied to, as it is asked for. */
export const DestinationBody = DestinationRequest.extend({
  endpoint: described(asked.endpoint, {
    ...ENDPOINT,
    description: 'The address of the S3 API, without the bucket: an https address that is public.',
  }),
  bucket: described(asked.bucket, { ...BUCKET, description: 'The name of the bucket.' }),
  region: described(asked.region, {
    ...REGION,
    description:
      'The region that requests are signed for; unless given the one that the endpoint names, auto for R2, else us-east-1.',
  }),
  prefix: described(asked.prefix, {
    ...PREFIX,
    description: `What the objects' names begin with; {ccid}, {job}, {run} and {date} (the day on which the run was due, UTC) are filled in. ${DEFAULT_PREFIX} unless given; "" for none.`,
  }),
  accessKeyId: described(asked.accessKeyId, {
    ...KEY_ID,
    description: 'The id of a key that may write, read and abort uploads below the prefix.',
  }),
  secretAccessKey: described(asked.secretAccessKey, {
    ...SECRET,
    description:
      'Its secret, which is kept encrypted and never shown. Left out, the one on file is kept, where endpoint and access key stay the same.',
  }),
}).openapi('Destination', {
  description: 'A bucket of yours (S3, R2, MinIO, Wasabi and others) that the files of a job are copied to.',
  example: { ...SHOWN, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
});

const { shape: shown } = DestinationView;

/** The same as it is answered. */
export const DestinationPart = DestinationView.extend({
  endpoint: described(shown.endpoint, { ...ENDPOINT, description: 'The address of the S3 API.' }),
  bucket: described(shown.bucket, { ...BUCKET, description: 'The name of the bucket.' }),
  region: described(shown.region, { ...REGION, description: 'The region that requests are signed for.' }),
  prefix: described(shown.prefix, {
    ...PREFIX,
    description: "What the objects' names begin with, with its placeholders.",
  }),
  accessKeyId: described(shown.accessKeyId, { ...KEY_ID, description: 'The id of the access key.' }),
}).openapi('DestinationInfo', {
  description: 'The bucket that the files of a job are copied to, without the secret.',
  example: SHOWN,
});

const { shape: delivery } = BucketDeliveryView;

/** How far the files of a run are on their way there. */
export const DeliveryPart = BucketDeliveryView.extend({
  state: described(delivery.state, {
    description:
      'waiting (for its first try, or the next one), delivering, delivered, failed (nothing could be copied for a day), or ended (the files or the destination are gone).',
  }),
  code: described(delivery.code, {
    description:
      'Why it waits, failed or ended, as a word that stays the same (`resources/labels` has the sentences as `failure.<code>`); "" where nothing is wrong.',
  }),
  endpoint: described(delivery.endpoint, { ...ENDPOINT, description: 'Where to.' }),
  bucket: described(delivery.bucket, { ...BUCKET, description: 'Which bucket.' }),
  prefix: described(delivery.prefix, {
    maxLength: 1_024,
    example: 'acme/17/2026-11-20/18/',
    description: "What the objects' names begin with; the name of the file follows.",
  }),
  files: described(delivery.files, { ...field.bounds, description: 'Files of the run.' }),
  filesDelivered: described(delivery.filesDelivered, {
    ...field.bounds,
    description: 'Those that are there, in their whole size.',
  }),
  bytes: described(delivery.bytes, { ...field.bounds, description: 'Bytes of the files.' }),
  bytesDelivered: described(delivery.bytesDelivered, {
    ...field.bounds,
    description: 'Bytes of those that are there.',
  }),
  nextTryAt: described(delivery.nextTryAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When it is tried next, where it waits; else "".',
  }),
  endedAt: described(delivery.endedAt, {
    ...field.INSTANT_OR_NONE,
    description: 'When it was over; "" before.',
  }),
}).openapi('Delivery', {
  description: 'How far the files of a run are on their way into the bucket of its job.',
  example: {
    state: 'delivered',
    code: '',
    endpoint: ENDPOINT.example,
    bucket: BUCKET.example,
    prefix: 'acme/17/2026-11-20/18/',
    files: 1,
    filesDelivered: 1,
    bytes: 99_414_145,
    bytesDelivered: 99_414_145,
    nextTryAt: '',
    endedAt: '2026-11-20T12:01:40.000Z',
  },
});

/** The body of `POST export/destination/test`. */
export const DestinationTestBody = z
  .object({
    destination: DestinationBody.optional(),
    jobId: z
      .number()
      .int()
      .optional()
      .openapi({
        ...field.ID,
        description:
          'A job. Its own destination is tested where none is given; else its secret is used where that has none.',
        example: 17,
      }),
  })
  .openapi('DestinationTest', {
    description: 'What is to be tested: a destination, that of a job, or both.',
    example: { jobId: 17 },
  });

/** What came of it. */
export const DestinationTestAnswer = z
  .object({
    works: z.boolean().openapi({ description: 'Whether the object was written, and could be looked at.' }),
    code: z.enum(['', ...DELIVERY_FAULTS]).openapi({
      description: 'Why not, as a word that stays the same; "" where it works.',
    }),
    message: field.sentenceField('The same in English, and what to do; "" where it works.'),
    object: field.textField({ maxLength: 1_100, description: 'The name of the object that was written.' }),
    removed: z.boolean().openapi({
      description:
        'Whether nothing of it is left. Deliveries need no right to delete: an object that stays is no fault.',
    }),
  })
  .openapi('DestinationTestResult', {
    description: 'What came of a test.',
    example: {
      works: true,
      code: '',
      message: '',
      object: `acme/17/2026-11-20/0/test-5f1c4f0e-6a55-4f0b-9d4e-0c6a3a1c2b7d.txt`,
      removed: true,
    },
  });
