import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { CommandError } from '../cli/command.ts';

/** The address that the local service listens on. */
export const HOST = '127.0.0.1';

/** A port that nothing listens on at this moment. */
export const freePort = (): Promise<number> => bindOnce(0);

/** Throws a `CommandError` when `port` cannot be listened on. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await bindOnce(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
    throw new CommandError(`Port ${port} of ${HOST} ${reason}. Choose another one with --port.`);
  }
}

function bindOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => {
      // A TCP server's address is an object; only pipes have a string.
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => resolve(bound));
    });
  });
}
