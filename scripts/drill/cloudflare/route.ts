import type { Account } from './account.ts';
import type { Platform } from './platform.ts';

/** A request as a route sees it. */
export interface ApiRequest {
  readonly account: Account;
  readonly platform: Platform;
  readonly query: URLSearchParams;
  /** The parts of the path that the route names, decoded. */
  readonly parts: readonly string[];
  readonly request: Request;
}

/** What Cloudflare refuses, by its number. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export type Route = readonly [method: string, path: RegExp, answer: (asked: ApiRequest) => unknown];
const NAME = '([^/]+)';
/** A route: `*` stands for a part of the path. */
export const on = (method: string, path: string, answer: Route[2]): Route => [
  method,
  new RegExp(`^${path.replaceAll('*', NAME)}$`),
  answer,
];

/** The body of a request: of wrangler, and of this project, so that its form is known. */
export const bodyOf = async <T>({ request }: ApiRequest): Promise<T> => (await request.json()) as T;
