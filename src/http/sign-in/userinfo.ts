import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { ok } from '../../model/failures.ts';
import { newRouter, type AppEnv } from '../context.ts';
import { NAME } from '../openapi/fields.ts';
import { errors, json, operation } from '../operation.ts';
import { bearer, requiresSignIn } from './guard.ts';

const UserInfo = z
  .object({
    sub: z
      .string()
      .openapi({ ...NAME, description: 'The name of the user, or the id of the client.', example: 'demo' }),
    user_name: z.string().openapi({ ...NAME, description: 'The same.', example: 'demo' }),
    contact_center_id: z.string().openapi({ ...NAME, description: 'The contact center.', example: 'demo' }),
    environment_id: z.string().openapi({
      ...NAME,
      description: 'The contact center, too: here each is its own environment.',
      example: 'demo',
    }),
    authorities: z
      .array(z.string().openapi(NAME))
      .openapi({ description: 'The roles.', example: ['exporter'] }),
  })
  .openapi('UserInfo', { description: 'Whom a token, or a session, stands for.' });

const userInfo = (path: string, operationId: string) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    summary: 'Show who a token stands for',
    description:
      'Tells whom the access token, or the session, that comes along stands for (OpenID Connect Core, 5.3).',
    tags: ['Sign-in'],
    security: bearer,
    middleware: [requiresSignIn],
    responses: { 200: json('Who it is.', UserInfo), ...errors(401, 403) },
  });

/** `/auth/v3/userinfo` and `/auth/v3/openid/userinfo`: clients of the described service use the one or the other. */
export function userInfoRoutes(): OpenAPIHono<AppEnv> {
  const routes = newRouter();
  for (const route of [
    userInfo('/auth/v3/userinfo', 'getUserInfo'),
    userInfo('/auth/v3/openid/userinfo', 'getOpenIdUserInfo'),
  ])
    operation(routes, route, async (c) => {
      const { subject, ccid, roles } = c.var.caller;
      const told = {
        sub: subject,
        user_name: subject,
        contact_center_id: ccid,
        environment_id: ccid,
        authorities: [...roles],
      };
      return ok(c.json(told, 200));
    });
  return routes;
}
