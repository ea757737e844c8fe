import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { askOperator, type Operated } from '../operator/ask-operator.ts';
import { readAccount } from '../user/options.ts';
import { addRemoteUser } from '../user/remote.ts';
import { readChanges } from './limits.ts';
import { removeCenter } from './remove.ts';
import { center, shownCenter, shownDollars } from './shown.ts';

/** What the verbs take beside the contact center. */
interface Options {
  readonly admin?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly 'with-audit'?: boolean;
  readonly receipt?: string | undefined;
  readonly yes?: boolean;
}

/** What each verb does for one contact center, and the options that it alone takes. */
export const VERBS: Readonly<
  Record<
    string,
    {
      readonly takes: readonly (keyof Options)[];
      readonly act: (on: Operated, ccid: string, options: Options) => Promise<void>;
    }
  >
> = {
  create: { takes: ['admin'], act: create },
  show: { takes: [], act: async (on, ccid) => show(await askOperator(on, `centers/${ccid}`)) },
  limits: { takes: ['set'], act: limits },
  suspend: { takes: [], act: async (on, ccid) => show(await changed(on, ccid, { suspended: true })) },
  resume: { takes: [], act: async (on, ccid) => show(await changed(on, ccid, { suspended: false })) },
  remove: { takes: ['with-audit', 'receipt', 'yes'], act: remove },
};

const page = z.object({
  centers: z.array(z.object({ ccid: z.string(), suspended: z.boolean(), dollars: z.number() })),
  next: z.string().nullable(),
});

/** Names every contact center with what it has cost this month, a line each. */
export async function listCenters(on: Operated): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    const { centers, next } = page.parse(await askOperator(on, `centers?after=${encodeURIComponent(after)}`));
    for (const { ccid, suspended, dollars } of centers)
      console.log(`${ccid}${suspended ? ' (suspended)' : ''}  ${shownDollars(dollars)}`);
    after = next;
  }
}

const show = (answer: unknown): void => console.log(shownCenter(center.parse(answer)).join('\n'));

const changed = (on: Operated, ccid: string, body: object): Promise<unknown> =>
  askOperator(on, `centers/${ccid}`, { method: 'PATCH', body });

async function create({ url, key, signal }: Operated, ccid: string, { admin }: Options): Promise<void> {
  const account = readAccount({ ccid, name: admin, role: ['administrator'] });
  const deployment = { url, operatorKey: key, profile: undefined, signal };
  const { invitation } = await addRemoteUser(deployment, account, undefined);
  console.log(`Contact center ${ccid} has an administrator, ${account.name}.`);
  console.log(`Their invitation, good once within 72 hours: ${invitation ?? 'none'}`);
}

async function limits(on: Operated, ccid: string, { set }: Options): Promise<void> {
  const changes = readChanges(set ?? []);
  show(changes ? await changed(on, ccid, { limits: changes }) : await askOperator(on, `centers/${ccid}`));
}

async function remove(on: Operated, ccid: string, options: Options): Promise<void> {
  const tell = (line: string) => console.error(line);
  const receipt = await removeCenter(on, ccid, { withAudit: options['with-audit'] === true, tell });
  console.log(`Contact center ${ccid} is removed, and was counted: nothing of it is left.`);
  for (const [what, count] of Object.entries(receipt.removed)) console.log(`  ${what.padEnd(20)}${count}`);
  if (!options['with-audit']) console.log('Its audit log stays for its time; --with-audit removes it, too.');
  if (options.receipt !== undefined) writeFileSync(options.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
}
