import { env } from 'cloudflare:workers';
import { addClient, addUser, callerOf, makeApp, newCenter, signToken, START } from '../harness.ts';
import { Browser } from '../sign-in/browser.ts';
import { row, type Attack } from './attack.ts';
import { app, asOf, codeOf, browser, CCID, program } from './world.ts';

const LINE = 'a token of somebody who is disabled or gone';
const ENDED = '401 caller-ended';

/** Who was good a moment ago, and is no more half a minute after a statement ran. An app remembers what it has read for so long: each has its own. */
async function ends(kind: 'user' | 'client' | 'key', statement: string): Promise<readonly string[]> {
  const { app: own, clock } = makeApp();
  const ccid = newCenter();
  const client = `client-of-${ccid}`;
  await addUser('u', { ccid, password: 'p', roles: ['auditor'] });
  await addClient(client, { ccid, secret: 's', roles: ['auditor'] });
  const made = await (
    await callerOf(own, ccid)
  )('/udm/v10/api-keys', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'machine', roles: ['auditor'] }),
  });
  const { key } = await made.json<{ key: string }>();
  const claims = {
    kind,
    sub: kind === 'user' ? 'u' : client,
    client_id: client,
    auth_time: START / 1000,
  };
  const token = await signToken(ccid, { roles: ['auditor'], claims });
  const headers: HeadersInit = kind === 'key' ? { 'x-api-key': key } : { Authorization: `Bearer ${token}` };
  const asked = async () => {
    const answer = await own.request('/udm/v10/export/jobs', { headers });
    return answer.status < 400 ? String(answer.status) : `${answer.status} ${await codeOf(answer)}`;
  };
  const before = await asked();
  await env.DB.prepare(statement).bind(ccid).run();
  clock.now = START + 31_000;
  return [before, await asked()];
}

const disable = (on: boolean) =>
  env.DB.prepare(`UPDATE users SET disabled = ? WHERE ccid = ? AND name = 'ada'`)
    .bind(Number(on), CCID)
    .run();
const whileDisabled = async (act: () => Promise<Response>): Promise<number> => {
  await disable(true);
  try {
    return (await act()).status;
  } finally {
    await disable(false);
  }
};

/** Users, clients and keys that were good a moment ago. */
export const ENDED_CALLERS: readonly Attack[] = [
  row(LINE, 'a disabled user', ['204', ENDED], () =>
    ends('user', `UPDATE users SET disabled = 1 WHERE ccid = ?`),
  ),
  row(LINE, 'a removed user', ['204', ENDED], () => ends('user', `DELETE FROM users WHERE ccid = ?`)),
  row(LINE, 'a removed user whose name another one has', ['204', ENDED], () =>
    ends('user', `UPDATE users SET created_at = ${START + 5_000} WHERE ccid = ?`),
  ),
  row(LINE, 'the user of a removed client', ['204', ENDED], () =>
    ends('user', `DELETE FROM clients WHERE ccid = ?`),
  ),
  row(LINE, 'a removed client', ['204', ENDED], () => ends('client', `DELETE FROM clients WHERE ccid = ?`)),
  row(LINE, 'a client whose secret was renewed', ['204', ENDED], () =>
    ends('client', `UPDATE clients SET secret_changed_at = ${START + 5_000} WHERE ccid = ?`),
  ),
  row(LINE, 'a removed key', ['204', '401 api-key-refused'], () =>
    ends('key', `DELETE FROM api_keys WHERE ccid = ?`),
  ),
  row(LINE, 'a code of a user who is disabled by then', 400, async () => {
    const code = await program.codeOf(browser);
    return whileDisabled(async () => program.change(code));
  }),
  row(LINE, 'a refresh token of a user who is disabled by then', 400, async () => {
    const tokens = await program.change(await program.codeOf(browser));
    const { refresh_token: refresh } = await tokens.json<{ refresh_token: string }>();
    return whileDisabled(async () => program.refresh(refresh));
  }),
  row(LINE, 'a code, once its user was signed out everywhere', [204, 400], async () => {
    await addUser('eve', { ccid: CCID, password: 'p', roles: [] });
    const eve = new Browser(app);
    await eve.signIn('eve', 'p');
    const code = await program.codeOf(eve);
    const root = await callerOf(app, CCID);
    const ended = await root('/udm/v10/users/eve/sessions', { method: 'DELETE' });
    return [ended.status, (await program.change(code)).status];
  }),
  row(LINE, 'a code after a minute', 400, async () => {
    const code = await program.codeOf(browser);
    return asOf(START + 60_000, async () => (await program.change(code)).status);
  }),
];
