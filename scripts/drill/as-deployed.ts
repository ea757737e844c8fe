/*
 * Loaded before a command of the project (`node --import`): what it asks of a host under workers.dev goes to the double on the loopback.
 * Its address stands in DRILL_SERVICE. Nothing of the project knows of it.
 */
const real = globalThis.fetch;
const service = process.env['DRILL_SERVICE'] ?? '';

globalThis.fetch = async (input, init) => {
  const asked = new Request(input, init);
  const url = new URL(asked.url);
  if (!url.hostname.endsWith('.workers.dev')) return real(input, init);
  const headers = new Headers(asked.headers);
  headers.set('x-deployed-host', url.host);
  const { method, redirect, signal } = asked;
  const body = method === 'GET' || method === 'HEAD' ? null : await asked.arrayBuffer();
  return real(`${service}${url.pathname}${url.search}`, { method, headers, body, redirect, signal });
};
