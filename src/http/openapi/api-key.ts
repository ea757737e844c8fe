import { mapOperations, type ApiDocument } from './operations.ts';

/** The header that clients of a gateway send (reference, "x-api-key" of every operation of v10 with a token). */
const API_KEY = {
  name: 'x-api-key',
  in: 'header' as const,
  required: false,
  description:
    'Taken from clients that send it to a gateway, and not looked at: the access token says who asks.',
  schema: { type: 'string' as const, example: 'your-api-key' },
};

/** The document with `x-api-key` among the parameters of every operation that needs an access token. */
export const withApiKey = (document: ApiDocument): ApiDocument =>
  mapOperations(document, (operation) =>
    operation.security?.some((scheme) => 'bearer' in scheme)
      ? { ...operation, parameters: [...(operation.parameters ?? []), API_KEY] }
      : operation,
  );
