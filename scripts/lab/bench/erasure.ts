import { withBench } from './bench-service.ts';
import { importContacts } from './many-contacts.ts';
import type { Settings } from './settings.ts';
import { rounded } from './statistics.ts';

/** How long it takes to erase a contact with a hundred interactions, in a center of a million that come in the order of time. */
export function measureErasure(settings: Settings) {
  return withBench('service', settings.signal, async (bench) => {
    const { records, contactId } = await importContacts(bench, settings);
    const start = performance.now();
    const { data } = await bench.session.api.DELETE('/udm/v10/contacts/{contactId}', {
      params: { path: { contactId } },
    });
    const seconds = (performance.now() - start) / 1_000;
    settings.say(`erasure: ${data?.interactions} interactions in ${seconds.toFixed(2)} s`);
    return {
      erasure: { seconds: rounded(seconds), records, interactions: data?.interactions ?? 0 },
    };
  });
}
