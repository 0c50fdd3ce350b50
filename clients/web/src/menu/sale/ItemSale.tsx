import { Stack } from '@mantine/core';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/viewer.tsx';
import { Countdown } from './Countdown.tsx';
import { Offer } from './Offer.tsx';
import { PlannedPrices } from './PlannedPrices.tsx';
import { ItemSaleDocument } from './sale.ts';

/** How an item is sold, below what it is. */
export function ItemSale({ itemId, currency }: { itemId: string; currency: string }) {
  const mayWrite = useMay('menu:write');
  const { data, problem, askAgain } = useLiveQuery({ query: ItemSaleDocument, variables: { id: itemId } });
  const sale = data?.menuItem;
  const tenant = data?.viewer?.tenant;
  if (problem) return <Trouble problem={problem} onRetry={askAgain} />;
  if (!sale || !tenant) return null;
  return (
    <Stack gap="lg" my="lg">
      <Countdown key={`left ${sale.portionsLeft}`} sale={sale} />
      {mayWrite && (
        <>
          <Offer key={sale.version} sale={sale} tenant={tenant} />
          <PlannedPrices sale={sale} tenant={tenant} currency={currency} onChanged={askAgain} />
        </>
      )}
    </Stack>
  );
}
