import type { Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { AccessDocument } from './access.ts';

/** API clients by their names. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(AccessDocument, {}, { requestPolicy: 'cache-first' });
  const clients = data?.viewer?.tenant?.apiClients.edges.map(({ node }) => node) ?? [];
  return clients
    .filter(({ name }) => isNamed(name, text))
    .map(({ id, name }) => ({
      key: id,
      path: `/access/${id}`,
      label: name,
      detail: words.t('area.access'),
      icon: 'key',
    }));
};
