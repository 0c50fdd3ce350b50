import { useTranslation } from 'react-i18next';
import { numberFormat } from '../words/formats.ts';
import type { Product, Reason } from './sync.ts';

/** Every number that the words of a code may name. */
const none = { items: 0, removed: 0, zeroed: 0, percent: 0, seconds: 0, status: 0 };

interface Told {
  /** Null of what was written down before there were codes; then its English sentence is all there is. */
  reason?: Reason | null;
  message?: string | null;
}

/** Why a sync came to nothing, in the language of whoever reads; what the other side said stays in its own words, quoted. */
export function useReasonText(): (told: Told, product: Product) => string {
  const { t, i18n } = useTranslation();
  const figure = numberFormat(i18n.language);
  return ({ reason, message }, product) => {
    if (!reason) return message ?? '';
    const told = Object.fromEntries(reason.values.map(({ name, count }) => [name, figure.format(count)]));
    const sentence = t(`syncReason.${reason.code}`, { ...none, ...told, product: t(`product.${product}`) });
    return reason.words ? `${sentence}: “${reason.words}”` : `${sentence}.`;
  };
}
