import { mapOperations, type ApiDocument } from './operations.ts';

/** The header that clients of a gateway send (reference, "x-api-key" of every operation of v10 with a token). */
const API_KEY = {
  name: 'x-api-key',
  in: 'header' as const,
  required: false,
  description:
    'A key of the contact center, where it demands one beside the access token; alone it acts as a machine, where it has roles. A key that no contact center has, as clients send to a gateway, is not looked at beside a token.',
  schema: { type: 'string' as const, maxLength: 255, example: 'your-api-key' },
};

/** The document with `x-api-key` among the parameters of every operation that needs an access token. */
export const withApiKey = (document: ApiDocument): ApiDocument =>
  mapOperations(document, (operation) =>
    operation.security?.some((scheme) => 'bearer' in scheme)
      ? { ...operation, parameters: [...(operation.parameters ?? []), API_KEY] }
      : operation,
  );
