import { readArguments, runCommand, UsageError } from './cli/command.ts';
import { stopSignal } from './cli/signals.ts';
import { KEY_PLACE_HELP, KEY_PLACE_OPTIONS, atKeys } from './keys/place.ts';
import { rewrapAll } from './keys/rewrap.ts';
import { RING_NAMES, type RingName } from './keys/rings.ts';
import { rotate } from './keys/rotate.ts';
import { lostLine, readKeys, shownKeys } from './keys/shown.ts';

const HELP = `npm run keys -- list [place]
npm run keys -- rotate jwt|link|wrap|all [options] [place]
npm run keys -- rewrap [place]

The keys of a deployment: those that sign access tokens (jwt) and download links (link), and those that wrap the secrets of second
factors, webhooks, issuers' clients and customers' buckets, and what open volumes need (wrap). No key is ever shown.

  list      every key by its id, how old it is, whether it signs, until when it is needed, and what is left under it
  rotate    puts a new key beside the one that signs. All of the service knows it 15 minutes before it signs; what the one
            before has signed holds to its end. Nobody signs in anew, no link and no run breaks. Of wrap it wraps anew first,
            as rewrap does. Done again before that is over it changes nothing, and says when it may be
            --older-than 90d  only where the key that signs is so old, or its age is not known: for a calendar
            --leaked          jwt or link: at once, and the keys before are no good from then on. Tokens, or links, that
                              they signed end, and programs sign in anew
  rewrap    wraps anew what is under a key that wraps no more. May be repeated where it was cut off

${KEY_PLACE_HELP}
  --help              this text

Exit code 0 when it was done or there was nothing to do, 1 where a key could not be replaced yet.`;

const OPTIONS = {
  ...KEY_PLACE_OPTIONS,
  'older-than': { type: 'string' },
  leaked: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
const VERBS = ['list', 'rotate', 'rewrap'];

await runCommand(async (args) => {
  const { values, positionals } = readArguments({ args, options: OPTIONS, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [verb = '', ring, ...more] = positionals;
  if (!VERBS.includes(verb)) throw new UsageError(`The command is ${VERBS.join(', ')}, not "${verb}"`);
  const extra = verb === 'rotate' ? more[0] : ring;
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many`);
  const olderThanMs = readAge(values['older-than']);
  if (verb !== 'rotate' && (olderThanMs !== null || values.leaked))
    throw new UsageError(`${verb} takes neither --older-than nor --leaked`);
  const rings = verb === 'rotate' ? readRings(ring, values.leaked) : [];
  return atKeys(values, stopSignal(), async (place) => {
    if (verb === 'rotate') return await rotate(place, rings, { olderThanMs, leaked: values.leaked });
    if (verb === 'rewrap') {
      const { rewrapped, lost } = await rewrapAll(place.operated);
      console.log(`Wrapped anew: ${rewrapped}.`);
      if (lost > 0) console.log(lostLine(lost));
    }
    console.log(shownKeys(await readKeys(place.operated)).join('\n'));
    return 0;
  });
});

function readRings(text: string | undefined, leaked: boolean): readonly RingName[] {
  const rings = text === 'all' ? RING_NAMES : RING_NAMES.filter((name) => name === text);
  if (rings.length === 0)
    throw new UsageError(`rotate takes ${RING_NAMES.join(', ')} or all, not "${text ?? ''}"`);
  if (leaked && rings.includes('wrap'))
    throw new UsageError(
      'A key that wraps is not dropped at once, since nobody could read any more what is under it. Do "rotate wrap", "rewrap" once the new key wraps, and "rotate wrap" again when nothing is left: the one that leaked is gone then',
    );
  return rings;
}

/** `90d` in milliseconds; null where nothing is said. */
function readAge(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
  if (days === undefined) throw new UsageError(`--older-than takes days, as 90d, not "${text}"`);
  return Number(days) * 86_400_000;
}
