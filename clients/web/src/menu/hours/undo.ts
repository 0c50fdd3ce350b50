import type { UpdateDayPartInput } from '../../generated/graphql.ts';
import type { Undo } from '../../shell/area.ts';
import { byLocale, nameOf } from '../../words/text-in.ts';
import { HoursDocument, RestoreHoursDocument, UpdateHoursDocument } from './hours.ts';

export const DayPart: Undo = {
  scope: 'menu:write',
  fields: ['names', 'days', 'from', 'to'],
  async read(client, id) {
    const { data, error } = await client.query(HoursDocument, {}, { requestPolicy: 'network-only' });
    if (error) throw error;
    const hours = data?.viewer?.tenant?.dayParts.find((each) => each.id === id);
    return hours && { version: hours.version, values: { ...hours, names: byLocale(hours.names) } };
  },
  async write(client, id, { version }, { names, ...values }) {
    const input = { ...(values as Omit<UpdateDayPartInput, 'version'>), ...nameOf(names), version };
    return (await client.mutation(UpdateHoursDocument, { id, input })).error;
  },
  restore: async (client, id) => (await client.mutation(RestoreHoursDocument, { id })).error,
};
