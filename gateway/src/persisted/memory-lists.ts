import { type ClientLists, changesOf, type ListRecord, listOf, recordOf } from './client-list.ts';

/** Keeps lists in this process, for a gateway without Redis: they are gone when it ends, and changed by nobody else. */
export function memoryLists(): ClientLists {
  const records = new Map<string, ListRecord>();
  const listeners: ((client: string) => void)[] = [];
  const tell = (client: string) => {
    for (const listener of listeners) listener(client);
  };

  return {
    read: async (client) => listOf(records.get(client) ?? {}, () => {}),
    async write(client, list) {
      records.set(client, recordOf(list));
      tell(client);
    },
    async change(client, change) {
      const { set, unset } = changesOf(change);
      const kept = Object.entries(records.get(client) ?? {}).filter(([name]) => !unset.includes(name));
      records.set(client, { ...Object.fromEntries(kept), ...set });
      tell(client);
    },
    async remove(client) {
      records.delete(client);
      tell(client);
    },
    listen: (listener) => void listeners.push(listener),
    close: () => {},
  };
}
