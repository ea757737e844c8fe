import { fail, type Failure } from '../../model/failures.ts';
import { errorBody } from '../errors.ts';
import { mapOperations, type ApiDocument } from './operations.ts';

const REQUEST_ID = '0f0e7a9c-0c3e-4a53-9a2b-5a3f3b1d7c11';

/** What every operation may answer beside what it declares by its status: none of it depends on the operation. */
const OTHERS = {
  '4XX': answer(
    'Any other refusal: of a request that cannot be read, say.',
    fail('unreadable-request', '').failure,
  ),
  '5XX': answer(
    'A defect of the service, or a service that is not set up.',
    fail('internal-error', '').failure,
    {
      requestId: REQUEST_ID,
    },
  ),
};

function answer(description: string, failure: Failure, more: Readonly<Record<string, string>> = {}) {
  const schema = { $ref: '#/components/schemas/Error' };
  return { description, content: { 'application/json': { schema, example: errorBody(failure, more) } } };
}

/** The document with an answer for all that an operation does not declare by its status, so that clients know its shape. */
export const withOtherFailures = (document: ApiDocument): ApiDocument =>
  mapOperations(document, ({ responses, ...operation }) => ({
    ...operation,
    responses: { ...responses, ...OTHERS },
  }));
