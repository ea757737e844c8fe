import { z } from '@hono/zod-openapi';
import { fail, ok, type Result } from '../model/failures.ts';
import { nearestName } from '../model/nearest-name.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

/** The members that an object's schema has, within objects too. */
const shapeOf = (schema: z.ZodType): Shape | null => {
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly ? schema.unwrap() : schema;
  if (inner instanceof z.ZodObject) return inner.shape;
  // What unwrap gives is a schema of zod again.
  return inner === schema ? null : shapeOf(inner as z.ZodType);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A body without the optional members that are null: languages whose objects have every member write what is not set so. What is
 * no object, or is null and required, stays for the schema to judge.
 */
export function withoutNulls(schema: z.ZodType, value: unknown): unknown {
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

/** The paths of all members, those of inner objects behind their own. */
function memberPaths(schema: z.ZodType, prefix = ''): string[] {
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([name, inner]) => [
    prefix + name,
    ...memberPaths(inner, `${prefix}${name}.`),
  ]);
}
