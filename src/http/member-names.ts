import { z } from '@hono/zod-openapi';
import { fail, ok, type Result } from '../model/failures.ts';
import { nearestName } from '../model/nearest-name.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

const unwrapped = (schema: z.ZodType): z.ZodType =>
  // What unwrap gives is a schema of zod again.
  schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;

/** The members that an object's schema has, within objects too. */
const shapeOf = (schema: z.ZodType): Shape | null => {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? inner.shape : null;
};

/** What a list's schema has in it. */
const elementOf = (schema: z.ZodType): z.ZodType | null => {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodArray ? (inner.element as z.ZodType) : null; // likewise
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A body without the optional members that are null: languages whose objects have every member write what is not set so. What is
 * no object, or is null and required, stays for the schema to judge.
 */
export function withoutNulls(schema: z.ZodType, value: unknown): unknown {
  const element = elementOf(schema);
  if (element && Array.isArray(value)) return value.map((one: unknown) => withoutNulls(element, one));
  const shape = shapeOf(schema);
  if (!shape || !isObject(value)) return value;
  const kept = Object.entries(value)
    .filter(([name, member]) => member !== null || !isOptional(shape, name))
    .map(([name, member]) => [name, within(shape, name, member)]);
  return Object.fromEntries(kept);
}

const within = (shape: Shape, name: string, member: unknown): unknown => {
  const inner = ownSchema(shape, name);
  return inner ? withoutNulls(inner, member) : member;
};
const isOptional = (shape: Shape, name: string): boolean => {
  const schema = ownSchema(shape, name);
  return schema === undefined || schema.safeParse(undefined).success;
};
const ownSchema = (shape: Shape, name: string): z.ZodType | undefined =>
  Object.hasOwn(shape, name) ? shape[name] : undefined;

/**
 * Refuses a member that the schema does not have: one that is misspelt would export more than was asked. The refusal names the
 * member that it is nearest to, of its own object where others are as near. `ignored` are members of the whole that pass.
 */
export function checkMembers(schema: z.ZodType, value: unknown, ignored: readonly string[]): Result<null> {
  const unknown = unknownMember(schema, value, ignored);
  if (!unknown) return ok(null);
  const { path, names } = unknown;
  const nearest = nearestName(path, [...names, ...memberPaths(schema)]) ?? '';
  return fail('unknown-member', path, { nearest });
}

interface Unknown {
  readonly path: string;
  /** Paths of the members that its object has. */
  readonly names: readonly string[];
}

function unknownMember(
  schema: z.ZodType,
  value: unknown,
  ignored: readonly string[],
  prefix = '',
): Unknown | null {
  const element = elementOf(schema);
  if (element && Array.isArray(value))
    return firstOf(value, (one, at) => unknownMember(element, one, [], `${prefix}${at}.`));
  const shape = shapeOf(schema);
  if (!shape || !isObject(value)) return null;
  for (const [name, member] of Object.entries(value)) {
    if (ignored.includes(name)) continue;
    const path = prefix + name.slice(0, 64);
    const inner = ownSchema(shape, name);
    if (!inner) return { path, names: Object.keys(shape).map((known) => prefix + known) };
    const unknown = unknownMember(inner, member, [], `${path}.`);
    if (unknown) return unknown;
  }
  return null;
}

function firstOf<T>(values: readonly unknown[], find: (value: unknown, at: number) => T | null): T | null {
  for (const [at, value] of values.entries()) {
    const found = find(value, at);
    if (found) return found;
  }
  return null;
}

/** The paths of all members, those of inner objects behind their own. */
function memberPaths(schema: z.ZodType, prefix = ''): string[] {
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([name, inner]) => [
    prefix + name,
    ...memberPaths(inner, `${prefix}${name}.`),
  ]);
}
