import { kept } from '../../service/kept.ts';

/** What "Remember me" keeps: the name and the tenant, never a password. */
export interface Remembered {
  readonly userName: string;
  readonly tenant: string;
}

/** The two as they are kept. */
export const asRemembered = ({ userName, tenant }: Remembered): string => JSON.stringify([userName, tenant]);

/** What a kept text says; two empty names where it is none of ours. */
export function parseRemembered(text: string | null): Remembered {
  try {
    const [userName, tenant]: readonly unknown[] = JSON.parse(text ?? '[]');
    if (typeof userName === 'string' && typeof tenant === 'string') return { userName, tenant };
  } catch {
    // Written by something else.
  }
  return { userName: '', tenant: '' };
}

export const remembered = (): Remembered => parseRemembered(kept('remembered'));
