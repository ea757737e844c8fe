import type { components } from '../../../client/api.d.ts';
import { DEFAULT_PREFIX, parsePlace } from '../../../model/destination.ts';
import { fail, type Failure } from '../../../model/failures.ts';

/** Where a job's files are copied to, as the API takes it. */
export type SentDestination = components['schemas']['Destination'];

/** What the editor's fields of a destination hold, as typed. */
export interface DestinationForm {
  readonly delivers: boolean;
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly prefix: string;
  readonly accessKeyId: string;
  /** Empty: the one on file, which nobody is shown. */
  readonly secret: string;
}

export const NO_DESTINATION: DestinationForm = {
  delivers: false,
  endpoint: '',
  bucket: '',
  region: '',
  prefix: DEFAULT_PREFIX,
  accessKeyId: '',
  secret: '',
};

/** The fields of a destination that is there. */
export function destinationFields(own: SentDestination | undefined): DestinationForm {
  if (!own) return NO_DESTINATION;
  const { endpoint, bucket, region = '', prefix = DEFAULT_PREFIX, accessKeyId } = own;
  return { ...NO_DESTINATION, delivers: true, endpoint, bucket, region, prefix, accessKeyId };
}

/** What is wrong with a destination, by the rules of the service; whether its address may be asked it alone can say. */
export function destinationFault(form: DestinationForm): Failure | null {
  if (!form.delivers) return null;
  const { endpoint, bucket, region, prefix, accessKeyId } = form;
  if (!URL.canParse(endpoint.trim())) return fail('not-an-address', 'destination.endpoint').failure;
  const asked = {
    bucket: bucket.trim(),
    region: region.trim(),
    prefix: prefix.trim(),
    accessKeyId: accessKeyId.trim(),
  };
  const place = parsePlace(asked, new URL(endpoint.trim()));
  return place.ok ? null : place.failure;
}

/** The destination that a form stands for; null where files are copied nowhere. */
export function sentDestination(form: DestinationForm): SentDestination | null {
  if (!form.delivers) return null;
  const { endpoint, bucket, region, prefix, accessKeyId, secret } = form;
  return {
    endpoint: endpoint.trim(),
    bucket: bucket.trim(),
    prefix: prefix.trim(),
    accessKeyId: accessKeyId.trim(),
    ...(region.trim() === '' ? {} : { region: region.trim() }),
    ...(secret === '' ? {} : { secretAccessKey: secret }),
  };
}
