export { ExportJob } from '../durable/export-job.ts';

export default {
  async fetch() {
    return new Response('');
  },
};
