import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { fail, ok } from '../../model/failures.ts';
import { notReached } from '../../store/not-reached.ts';
import { bearer, requires } from '../sign-in/guard.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { errors, json, operation } from '../operation.ts';
import type { Services } from '../services.ts';
import { ErasureAnswer } from '../openapi/record-schemas.ts';

const erase = createRoute({
  method: 'delete',
  path: '/udm/v10/contacts/{contactId}',
  operationId: 'eraseContact',
  summary: 'Erase a contact',
  description:
    'Removes the contact with its attributes, its interactions and their documents, for good. The answer says what that does not reach: files and runs that came before it.',
  tags: ['Contacts'],
  security: bearer,
  middleware: [requires('contacts.erase')],
  request: {
    params: z.object({
      contactId: z
        .string()
        .min(1)
        .max(255)
        .openapi({ description: 'CONTACTID of the contact.', example: '00001a57JGQ00039' }),
    }),
  },
  responses: { 200: json('What was erased.', ErasureAnswer), ...errors(400, 401, 403, 404) },
});

/** Erasure of a contact of the caller's contact center. */
export function contactRoutes(services: Pick<Services, 'eraseContact' | 'db' | 'now'>): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  operation(routes, erase, async (c) => {
    const { contactId } = c.req.valid('param');
    const erased = await services.eraseContact(c.var.caller.ccid, contactId);
    const none = Object.values(erased).every((records) => records === 0);
    if (none) return fail('no-contact', 'contactId');
    const rest = await notReached(services.db, c.var.caller.ccid, services.now());
    return ok(c.json({ contactId, ...erased, notReached: rest }, 200));
  });
  return routes;
}
