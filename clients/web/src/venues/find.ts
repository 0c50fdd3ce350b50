import type { Command, Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { VenuesDocument } from './venues.ts';

const MOST = 12;

/** Venues by their name. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(VenuesDocument, {}, { requestPolicy: 'cache-first' });
  const all = data?.viewer?.tenant?.venues.edges ?? [];
  return all
    .filter(({ node }) => isNamed(node.name, text))
    .slice(0, MOST)
    .map(
      ({ node: { id, name } }): Command => ({
        key: id,
        path: `/venues/${id}`,
        label: name,
        detail: words.t('area.venues'),
        icon: 'chart',
      }),
    );
};
