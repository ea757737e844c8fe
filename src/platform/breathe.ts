/**
 * Lets the runtime look for what came in from outside. Local workerd does so only when it has nothing else to do: work
 * without a pause would keep every other request waiting until it ends. On the platform it costs nothing.
 */
export const breathe = (): Promise<void> => scheduler.wait(0);
