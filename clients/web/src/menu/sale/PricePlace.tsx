import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useThing } from '../../graph/use-thing.ts';
import { LeadToItem } from './LeadToItem.tsx';
import { PriceNowDocument } from './undo.ts';

/** Leads from a planned price, which the log names, to its item. */
export function Component() {
  const { t } = useTranslation();
  const { changeId = '' } = useParams();
  const asked = useThing({ query: PriceNowDocument, variables: { id: changeId } }, (data) => data.priceChange);
  return <LeadToItem asked={asked} title={t('sale.prices')} />;
}
