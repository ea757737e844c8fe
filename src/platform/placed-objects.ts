import type { ObjectPlace } from '../model/jurisdiction.ts';

/**
 * The objects of a class that lie in a jurisdiction: every id that is made of this carries it. An object of the same name elsewhere is
 * another one, so nobody takes a namespace of the environment but through here. Where there is none to keep to the namespace itself
 * is taken: local workerd knows no jurisdiction. A location is where an object is made that is not there yet; it is no part of its id.
 */
export function placedObjects<T extends Rpc.DurableObjectBranded>(
  objects: DurableObjectNamespace<T>,
  { jurisdiction, location }: ObjectPlace,
): DurableObjectNamespace<T> {
  const placed = jurisdiction === 'none' ? objects : objects.jurisdiction(jurisdiction);
  return location === null ? placed : hinted(placed, location);
}

const hinted = <T extends Rpc.DurableObjectBranded>(
  objects: DurableObjectNamespace<T>,
  locationHint: DurableObjectLocationHint,
): DurableObjectNamespace<T> =>
  new Proxy(objects, {
    get(inner, name) {
      if (name === 'get') return (id: DurableObjectId) => inner.get(id, { locationHint });
      if (name === 'getByName') return (text: string) => inner.getByName(text, { locationHint });
      const value: unknown = Reflect.get(inner, name, inner);
      return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
    },
  });
