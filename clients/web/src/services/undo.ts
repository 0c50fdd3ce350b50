import type { ServiceStatus } from '../generated/graphql.ts';
import type { Undo } from '../shell/area.ts';
import { ServicesDocument } from './services.ts';
import { UpdateServiceDocument } from './write-service.ts';

const ProductService: Undo = {
  scope: 'service:write',
  fields: ['status'],
  async read(client, id) {
    const { data, error } = await client.query(ServicesDocument, {}, { requestPolicy: 'network-only' });
    if (error) throw error;
    const service = data?.viewer?.tenant?.services.find((each) => each.id === id);
    return service && { version: service.version, values: { status: service.status } };
  },
  async write(client, id, { version }, { status }) {
    const input = { version, status: status as ServiceStatus };
    return (await client.mutation(UpdateServiceDocument, { id, input })).error;
  },
};

export const undo: Readonly<Record<string, Undo>> = { ProductService };
