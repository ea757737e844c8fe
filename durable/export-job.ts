import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../src/config.ts';

export class ExportJob extends DurableObject<Env> {}
