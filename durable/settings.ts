import { readConfig, type Config } from '../src/config.ts';

/** What objects take of the environment. */
type Settings = Pick<
  Config,
  | 'retentionDays'
  | 'runRetentionDays'
  | 'restoreDays'
  | 'auditDays'
  | 'auditLog'
  | 'jurisdiction'
  | 'location'
>;

const known = new WeakMap<object, Settings>();

/**
 * The settings of an environment, read once: an isolate gives all its objects the same one, an object wakes with every call, and to read
 * it tries every key. Throws a ConfigError as often as it is asked.
 */
export function settingsOf(env: object): Settings {
  const settings = known.get(env) ?? readConfig(env);
  known.set(env, settings);
  return settings;
}
