import { ROLES } from '../../src/model/roles.ts';
import { insertClient, insertUser } from '../user/statements.ts';

/** The demo center's user and client as a connection names them, beside the service's address. */
export const DEMO_LOGIN = {
  clientId: 'demo',
  clientSecret: 'demo',
  user: { name: 'demo', password: 'demo' },
} as const;

/** Contact center `demo` with that user and that client, where the database has no user yet. */
export async function insertDemoCenter(createdAt: number): Promise<string> {
  const { clientId, clientSecret, user } = DEMO_LOGIN;
  const demo = { ccid: 'demo', roles: Object.keys(ROLES), demo: true };
  const noUser = 'WHERE NOT EXISTS (SELECT 1 FROM users)';
  const noClient = `${noUser} AND NOT EXISTS (SELECT 1 FROM clients WHERE id = '${clientId}')`;
  // The client comes first: once the user is there, the database counts as used.
  const insertedClient = insertClient({ ...demo, name: clientId, secret: clientSecret }, createdAt);
  const insertedUser = await insertUser({ ...demo, name: user.name, secret: user.password }, createdAt);
  return `${insertedClient} ${noClient};\n${insertedUser} ${noUser};\n`;
}
