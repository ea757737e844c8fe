import { startedService } from '/work/main/test/e2e/service.ts';
const r = await startedService();
console.log('URL', r.service.url, r.folder);
await new Promise((res) => setTimeout(res, Number(process.argv[2] ?? 60) * 1000));
await r.stop();
