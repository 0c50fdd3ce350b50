import type { Find } from '../shell/area.ts';
import { isNamed } from '../words/named.ts';
import { words } from '../words/words.ts';
import { ServicesDocument } from './services.ts';

/** Products by what they are called. */
export const find: Find = async ({ text, client }) => {
  const { data } = await client.query(ServicesDocument, {}, { requestPolicy: 'cache-first' });
  const named = (data?.productTypes ?? []).map(({ product }) => ({ product, label: words.t(`product.${product}`) }));
  return named
    .filter(({ label }) => isNamed(label, text))
    .map(({ product, label }) => ({
      key: product,
      path: `/services/${product}`,
      label,
      detail: words.t('area.services'),
      icon: 'plug',
    }));
};
