import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { DEFAULT_SETTINGS, type CenterSettings, type ChangedSettings } from '../model/center-settings.ts';
import { centerSettings } from './schema-access.ts';

/** What a contact center has decided, or the defaults. One row read. */
export async function findSettings(db: D1Database, ccid: string): Promise<CenterSettings> {
  const row = await drizzle(db).select().from(centerSettings).where(eq(centerSettings.ccid, ccid)).get();
  if (!row) return DEFAULT_SETTINGS;
  const { ccid: _, ...settings } = row;
  return settings;
}

/** Changes what is given, and leaves the rest; what is undefined is not given. False where they are not as they were `judged` any more. */
export async function saveSettings(
  db: D1Database,
  { ccid, judged }: { readonly ccid: string; readonly judged: CenterSettings },
  changed: ChangedSettings,
): Promise<boolean> {
  const still = and(
    eq(centerSettings.requireApiKey, judged.requireApiKey),
    eq(centerSettings.cipherByAdministratorsOnly, judged.cipherByAdministratorsOnly),
    sql`json(${centerSettings.secondFactor}) = json(${JSON.stringify(judged.secondFactor)})`,
  );
  const saved = await drizzle(db)
    .insert(centerSettings)
    .values({ ccid, ...changed })
    .onConflictDoUpdate({
      target: centerSettings.ccid,
      set: { ccid, ...changed },
      ...(still ? { setWhere: still } : {}),
    })
    .returning({ ccid: centerSettings.ccid });
  return saved.length === 1;
}
