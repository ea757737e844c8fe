import type { Jurisdiction } from '../model/jurisdiction.ts';

/**
 * The objects of a class that lie in a jurisdiction: every id that is made of this carries it. An object of the same name elsewhere is
 * another one, so nobody takes a namespace of the environment but through here. Where there is none to keep to the namespace itself
 * is taken: local workerd knows no jurisdiction.
 */
export const placedObjects = <T extends Rpc.DurableObjectBranded>(
  objects: DurableObjectNamespace<T>,
  jurisdiction: Jurisdiction,
): DurableObjectNamespace<T> => (jurisdiction === 'none' ? objects : objects.jurisdiction(jurisdiction));
