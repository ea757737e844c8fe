import { z } from 'zod';
import { formatInstant } from '../../../src/model/instant.ts';
import { addRemoteClient, addRemoteUser, type Deployment } from '../../user/remote.ts';
import { writeFirstSignIn } from '../first-sign-in.ts';
import type { Notes } from '../folder.ts';
import type { Resource } from '../resource.ts';
import { queryDatabase, requireOperatorKey, type World } from '../world.ts';

const ADMINISTRATORS = `SELECT ccid, name, password_hash <> '' OR issuer IS NOT NULL AS entered,
  (SELECT max(expires_at) FROM invitations WHERE invitations.ccid = users.ccid AND user_name = users.name) AS until
  FROM users WHERE disabled = 0 AND roles LIKE '%"administrator"%'`;
const administrator = z.object({
  ccid: z.string(),
  name: z.string(),
  entered: z.number().transform(Boolean),
  until: z.number().nullable(),
});
type Administrator = z.infer<typeof administrator>;

/** Nobody is there before the tables are. */
async function administrators(world: World): Promise<readonly Administrator[]> {
  const table = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'invitations'";
  if (!(await queryDatabase(world, { sql: table }, z.object({ name: z.string() })))?.length) return [];
  return (await queryDatabase(world, { sql: ADMINISTRATORS }, administrator)) ?? [];
}

export const asOperator = (world: World): Deployment => ({
  url: world.origin,
  operatorKey: requireOperatorKey(world),
  profile: undefined,
  signal: world.signal,
});

/**
 * The first contact center's administrator: invited by the deployment's own operation, by a link that is good once. Where anybody
 * administers a contact center already, there is nothing to do.
 */
export const administratorResource = ({ ccid, administrator: name }: Notes): Resource => ({
  title: `administrator ${name} of contact center ${ccid}`,
  about: 'invited by a link, which is written to a file',
  look: async (world) => {
    const all = await administrators(world);
    const entered = all.find((user) => user.entered);
    if (entered) return { is: 'right', note: `${entered.name} of ${entered.ccid} can sign in` };
    const invited = all.find((user) => user.ccid === ccid && user.name === name);
    // Where another machine deployed first, the first contact center is another one's choice.
    const other = all.find(({ until }) => (until ?? 0) > Date.now());
    if (!invited && other) return { is: 'right', note: `${other.name} of ${other.ccid} is invited` };
    if (!invited) return { is: 'absent' };
    if ((invited.until ?? 0) <= Date.now())
      return { is: 'different', how: 'invited, and the link has expired' };
    // The file may have been deleted since, as its first line asks for: that it was written is noted.
    if (world.folder.notes.invitedUntil !== invited.until)
      return { is: 'different', how: 'invited, and the link was not written down' };
    return { is: 'right', note: `invited until ${formatInstant(invited.until ?? 0)}` };
  },
  make: async (world) => {
    const added = await addRemoteUser(asOperator(world), { ccid, name, roles: ['administrator'] }, undefined);
    const { invitation = '', invitationExpiresAt = '' } = added;
    writeFirstSignIn(world, { invitation, 'good until': invitationExpiresAt });
    world.folder.note({ invitedUntil: Date.parse(invitationExpiresAt) });
  },
});

const client = z.object({ id: z.string() });

/** The OAuth client of the first contact center. Once it has an administrator who can sign in, clients are that one's matter. */
export const clientResource = ({ ccid, client: name }: Notes): Resource => ({
  title: `OAuth client ${name} of contact center ${ccid}`,
  about: 'with the role exporter; its id and secret are written to the same file',
  look: async (world) => {
    const all = await administrators(world);
    const elsewhere = all.length > 0 && !all.some((user) => user.ccid === ccid);
    if (elsewhere || all.some(({ entered }) => entered))
      return { is: 'right', note: 'the administrator’s matter now' };
    if (all.length === 0) return { is: 'absent' };
    const sql = 'SELECT id FROM clients WHERE ccid = ? AND name = ?';
    const [found] = (await queryDatabase(world, { sql, params: [ccid, name] }, client)) ?? [];
    if (!found) return { is: 'absent' };
    if (world.folder.notes.clientId === found.id) return { is: 'right', note: found.id };
    return { is: 'different', how: 'its secret was not written down' };
  },
  make: async (world) => {
    const { id = '', secret = '' } = await addRemoteClient(asOperator(world), {
      ccid,
      name,
      roles: ['exporter'],
    });
    writeFirstSignIn(world, { 'client id': id, 'client secret': secret });
    world.folder.note({ clientId: id });
  },
});
