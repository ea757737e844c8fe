import { z } from 'zod';
import { ARTIFACTS } from '../../../src/store/object-keys.ts';
import type { Names } from '../names.ts';
import type { Resource } from '../resource.ts';
import { jurisdictionOf, type World } from '../world.ts';

const DAY_SECONDS = 86_400;
/** Days that sweeps may be held after D1 was set back (`npm run restore`), and some for a sweep that is behind. */
const HELD_DAYS = 30;
const BEHIND_DAYS = 30;

const transition = z.looseObject({
  condition: z.looseObject({ type: z.string(), maxAge: z.number().optional() }),
});
const rule = z.looseObject({
  id: z.string(),
  enabled: z.boolean().default(true),
  conditions: z.looseObject({ prefix: z.string().default('') }).default({ prefix: '' }),
  abortMultipartUploadsTransition: transition.optional(),
  deleteObjectsTransition: transition.optional(),
});
const rules = z.object({ rules: z.array(rule).default([]) });
type Rule = z.infer<typeof rule>;

const age = (days: number) => ({ condition: { type: 'Age', maxAge: days * DAY_SECONDS } });

/**
 * What the bucket does by itself. Uploads that were begun and never ended are only its own to find; files that are long past their
 * expiry go even where the service has stopped sweeping. Rules of other ids stay.
 */
export const wantedRules = (retentionDays: number): readonly Rule[] => [
  {
    id: 'udm-abort-uploads',
    enabled: true,
    conditions: { prefix: '' },
    abortMultipartUploadsTransition: age(1),
  },
  {
    id: 'udm-artifacts',
    enabled: true,
    conditions: { prefix: ARTIFACTS },
    deleteObjectsTransition: age(retentionDays + HELD_DAYS + BEHIND_DAYS),
  },
];

/** What a rule does, whatever else Cloudflare says of it. */
const meaningOf = (of: Rule): string =>
  JSON.stringify([
    of.enabled,
    of.conditions.prefix,
    of.abortMultipartUploadsTransition?.condition.maxAge,
    of.deleteObjectsTransition?.condition.maxAge,
  ]);

/** The lifecycle rules of the bucket, for files that are kept so many days. */
export const lifecycleResource = ({ bucket }: Names, retentionDays: number): Resource => {
  const wanted = wantedRules(retentionDays);
  const path = `/r2/buckets/${bucket}/lifecycle`;
  const read = async (world: World): Promise<readonly Rule[]> => {
    const doing = 'read the rules of the R2 bucket';
    const jurisdiction = jurisdictionOf(world);
    return (await world.cloudflare.find({ doing, path, jurisdiction, answer: rules }))?.rules ?? [];
  };
  return {
    title: `R2 lifecycle rules of ${bucket}`,
    about: `unfinished uploads end after a day, exported files at the latest after ${retentionDays + HELD_DAYS + BEHIND_DAYS}`,
    look: async (world) => {
      const there = new Map((await read(world)).map((one) => [one.id, one]));
      const ours = wanted.map((one) => [one, there.get(one.id)] as const);
      if (ours.every(([, one]) => one === undefined)) return { is: 'absent' };
      const wrong = ours.find(([one, found]) => !found || meaningOf(one) !== meaningOf(found));
      return wrong
        ? { is: 'different', how: `the rule ${wrong[0].id} says something else` }
        : { is: 'right' };
    },
    make: async (world) => {
      const ids = new Set(wanted.map(({ id }) => id));
      const others = (await read(world)).filter(({ id }) => !ids.has(id));
      await world.cloudflare.ask({
        doing: 'set the rules of the R2 bucket',
        path,
        method: 'PUT',
        jurisdiction: jurisdictionOf(world),
        body: { rules: [...others, ...wanted] },
        answer: z.unknown(),
      });
    },
  };
};
