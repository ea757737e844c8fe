/** Keeps an invocation alive: here each lives until what it does has ended, or its Worker dies. */
export const waitUntil = (): void => undefined;
/** Nobody looks at spans here. */
export const tracing = undefined;

/** `cloudflare:workers` in Node: what the service's objects extend. */
export class DurableObject<Bindings = unknown> {
  protected readonly ctx: DurableObjectState;
  protected readonly env: Bindings;

  constructor(ctx: DurableObjectState, env: Bindings) {
    this.ctx = ctx;
    this.env = env;
  }
}
