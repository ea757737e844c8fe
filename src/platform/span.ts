/** A stretch of work as traces show it: what is told of it are ids, counts and codes, as in the log. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** As much of the runtime's `tracing` as is used. */
interface Tracer {
  enterSpan<T>(name: string, call: (span: { setAttributes(attributes: Attributes): unknown }) => T): T;
}

/** What a span may be called. A run is in many invocations: each of its slices has its id. */
type SpanName = 'slice' | 'plan' | 'layout' | 'page' | 'part' | 'seal';

let tracer: Tracer | null = null;

/** Has spans made by the runtime's tracer; only `src/index.ts` sees it. Without one work is done as it is. */
export function traceBy(runtime: Tracer | undefined): void {
  tracer = runtime ?? null;
}

/** Does work in a span of its own, which ends with it. */
export const inSpan = <T>(name: SpanName, attributes: Attributes, call: () => T): T =>
  tracer === null
    ? call()
    : tracer.enterSpan(name, (span) => {
        span.setAttributes(attributes);
        return call();
      });
