import { expect, test, vi } from 'vitest';
import { api, playGraph, settled } from '../graph/play-graph.ts';
import { rules } from './cache.ts';

const SERVICES = 'query Services { viewer { id tenant { id services { id status } } } }';
const SYNCS = 'query Syncs { viewer { id tenant { id syncs { id } } } }';
const FEED = 'subscription { serviceChanged(tenantId: "t") { serviceId service { id status } } }';

test('a service that is known shows as it is told; one that is new makes services and syncs be asked for again', async () => {
  const tenant = { id: 't', services: [{ id: 'smp', status: 'ACTIVE' }], syncs: [{ id: 's' }] };
  const { show, follow, asked } = playGraph(api, { viewer: { id: 'v', tenant } }, [rules]);
  const services = await show(SERVICES);
  await show(SYNCS);
  const telling = follow(FEED);
  const tell = (id: string, status: string) =>
    telling({
      serviceChanged: {
        __typename: 'ServiceChange',
        serviceId: id,
        service: { __typename: 'ProductService', id, status },
      },
    });
  tell('smp', 'PAUSED');

  await vi.waitFor(() => expect(services().viewer.tenant.services[0].status).toBe('PAUSED'));
  await settled();
  expect(asked).toEqual(['Services', 'Syncs']);
  tell('hr', 'ACTIVE');
  await vi.waitFor(() => expect(asked.toSorted()).toEqual(['Services', 'Services', 'Syncs', 'Syncs']));
});
