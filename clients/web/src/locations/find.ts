import type { Command, Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { LocationsDocument } from './locations.ts';

const MOST = 12;

/** Locations by their name, street or city. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(LocationsDocument, {}, { requestPolicy: 'cache-first' });
  const all = (data?.viewer?.tenant?.restaurants ?? []).flatMap(({ locations }) => locations);
  return all
    .filter(({ name, address, city }) => [name, address, city].some((each) => isNamed(each, text)))
    .slice(0, MOST)
    .map(
      ({ id, name, address, city }): Command => ({
        key: id,
        path: `/locations/${id}`,
        label: name,
        detail: `${words.t('area.locations')} · ${address}, ${city}`,
        icon: 'place',
      }),
    );
};
