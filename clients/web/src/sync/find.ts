import type { Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { SyncsDocument } from './sync.ts';

/** Syncs by the product that they are with. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(SyncsDocument, {}, { requestPolicy: 'cache-first' });
  const named = (data?.viewer?.tenant?.syncs ?? []).map(({ id, product }) => ({
    id,
    label: words.t(`product.${product}`),
  }));
  return named
    .filter(({ label }) => isNamed(label, text))
    .map(({ id, label }) => ({ key: id, path: `/sync/${id}`, label, detail: words.t('area.sync'), icon: 'sync' }));
};
