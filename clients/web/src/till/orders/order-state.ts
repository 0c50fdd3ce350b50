import type { State } from '@mycelium/client-kit/state';
import { useTranslation } from 'react-i18next';
import type { ShownOrder } from '../shown/shown-orders.ts';

const grades: Readonly<Record<ShownOrder['progress'], State>> = {
  DRAFT: 'off',
  PLACED: 'waiting',
  IN_KITCHEN: 'waiting',
  READY: 'attention',
  SERVED: 'ok',
  VOID: 'off',
};

/** How an order is, on the scale of states. */
export function gradeOf({ progress, isStuck }: ShownOrder): State {
  return isStuck ? 'failing' : grades[progress];
}

/** How an order is, in words: how far it is, what is paid of it, and whether something of it waits. */
export function useStateWord(): (order: ShownOrder) => string {
  const { t } = useTranslation();
  return ({ progress, money, waiting, isStuck }) =>
    [
      isStuck ? t('till.stuck') : t(`till.state.${progress}`),
      money !== 'OPEN' && t(`till.money.${money}`),
      waiting > 0 && !isStuck && t('till.onItsWay'),
    ]
      .filter(Boolean)
      .join(' · ');
}
