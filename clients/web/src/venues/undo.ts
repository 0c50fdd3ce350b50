import type { UpdateVenueInput } from '../generated/graphql.ts';
import type { Undo } from '../shell/area.ts';
import { UpdateVenueDocument, VenueDocument } from './venues.ts';

const Venue: Undo = {
  scope: 'venue:write',
  fields: ['name', 'timeZone', 'currency', 'dayStart', 'openingHours', 'exceptionalDays', 'locationId'],
  async read(client, id) {
    const { data, error } = await client.query(VenueDocument, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    const venue = data?.venue;
    return venue ? { version: venue.version, values: { ...venue, locationId: venue.location?.id ?? null } } : undefined;
  },
  async write(client, id, { version }, values) {
    const input = { ...(values as Omit<UpdateVenueInput, 'version'>), version };
    return (await client.mutation(UpdateVenueDocument, { id, input })).error;
  },
};

export const undo: Readonly<Record<string, Undo>> = { Venue };
