import { useTranslation } from 'react-i18next';
import type { Ticket } from '../tickets/tickets.ts';

/** Whose a ticket is, in words: the number of its order, and the table. */
export function useWhose(): (order: Pick<Ticket['order'], 'number' | 'table'>) => string {
  const { t } = useTranslation();
  return ({ number, table }) =>
    [t('kitchen.order', { order: number }), table && t('kitchen.table', { table: table.name })]
      .filter(Boolean)
      .join(' · ');
}
