import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { JURISDICTIONS, LOCATIONS } from '../../src/model/jurisdiction.ts';
import { CommandError } from '../cli/command.ts';

/** What cannot be asked of Cloudflare, and so is noted beside. No secret is among it. */
const notes = z.object({
  /** The first contact center, its administrator and its OAuth client. */
  ccid: z.string().default('main'),
  administrator: z.string().default('administrator'),
  client: z.string().default('first'),
  /** The host name of the deployment's own; "": the one under workers.dev; null: nobody said, which is that, too. */
  domain: z.string().nullable().default(null),
  /** Where everything lies, and where it is made if it can be; null: nobody said. */
  jurisdiction: z.enum(JURISDICTIONS).default('none'),
  location: z.enum(LOCATIONS).nullable().default(null),
  /** The address that mails come from; null: none are sent. */
  mailFrom: z.string().nullable().default(null),
  /** When the invitation ends that was written down (milliseconds since 1970), and the client whose secret was. */
  invitedUntil: z.number().nullable().default(null),
  clientId: z.string().nullable().default(null),
  /** The version of the Worker that exported and opened the generated records. */
  proven: z.string().nullable().default(null),
  /** The throw-away contact center of a proof that has not been cleared away. */
  throwaway: z.string().nullable().default(null),
});
export type Notes = Readonly<z.infer<typeof notes>>;

/** Owner alone: what lies in these files lets somebody in. */
const PRIVATE = 0o600;

/** The untracked files of one environment. */
export class Folder {
  readonly path: string;
  /** wrangler's configuration, with ids in it; made anew by every run. */
  readonly config: string;
  readonly operatorKey: string;
  readonly metricsToken: string;
  readonly alertsSecret: string;
  readonly firstSignIn: string;
  readonly #notes: string;

  constructor(path: string, environment: string) {
    const file = (behind: string) => join(path, `${environment}${behind}`);
    this.path = path;
    this.config = file('.toml');
    this.operatorKey = file('.operator-key');
    this.metricsToken = file('.metrics-token');
    this.alertsSecret = file('.alerts-secret');
    this.firstSignIn = file('.first-sign-in.txt');
    this.#notes = file('.json');
  }

  get notes(): Notes {
    const text = this.read(this.#notes);
    try {
      return notes.parse(text === null ? {} : JSON.parse(text));
    } catch {
      throw new CommandError(
        `${this.#notes} cannot be read as the notes of a deployment: mend it, or remove it; nothing is lost with it but the choices --ccid, --admin, --domain, --jurisdiction, --location and --mail-from.`,
      );
    }
  }

  /** The host name of the deployment's own, or null. */
  get domain(): string | null {
    return this.notes.domain === '' ? null : this.notes.domain;
  }

  note(changed: Partial<Notes>): void {
    this.write(this.#notes, `${JSON.stringify({ ...this.notes, ...changed }, null, 2)}\n`);
  }

  read(file: string): string | null {
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  }

  /** Writes a file whole or not at all, for its owner's eyes alone. */
  write(file: string, text: string): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    const part = `${file}.tmp`;
    rmSync(part, { force: true });
    writeFileSync(part, text, { mode: PRIVATE });
    renameSync(part, file);
  }
}
