import { nearestName } from './nearest-name.ts';
import { zoneNames } from './zone.ts';

/** The zone that a misspelt name is nearest to; one without a slash is taken for that of its city. */
export function nearestZone(wrong: string): string {
  const names = zoneNames();
  const cityOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);
  const asked = wrong.trim().replaceAll(' ', '_');
  if (asked.includes('/')) return nearestName(asked, names) ?? 'UTC';
  const city = nearestName(asked, names.map(cityOf));
  return names.find((name) => cityOf(name) === city) ?? 'UTC';
}
