import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { DEFAULT_SETTINGS, type CenterSettings } from '../model/center-settings.ts';
import { centerSettings } from './schema-access.ts';

/** What a contact center has decided, or the defaults. One row read. */
export async function findSettings(db: D1Database, ccid: string): Promise<CenterSettings> {
  const row = await drizzle(db).select().from(centerSettings).where(eq(centerSettings.ccid, ccid)).get();
  if (!row) return DEFAULT_SETTINGS;
  const { ccid: _, ...settings } = row;
  return settings;
}

/** Changes what is given, and leaves the rest; what is undefined is not given. */
export async function saveSettings(
  db: D1Database,
  ccid: string,
  changed: { readonly [S in keyof CenterSettings]?: CenterSettings[S] | undefined },
): Promise<void> {
  await drizzle(db)
    .insert(centerSettings)
    .values({ ccid, ...changed })
    .onConflictDoUpdate({ target: centerSettings.ccid, set: { ccid, ...changed } });
}
