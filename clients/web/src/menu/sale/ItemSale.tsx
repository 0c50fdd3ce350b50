import { Stack } from '@mantine/core';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/viewer.tsx';
import type { Item } from '../menu.ts';
import { AddedAllergens } from './AddedAllergens.tsx';
import { AtLocations } from './AtLocations.tsx';
import { Countdown } from './Countdown.tsx';
import { Offer } from './Offer.tsx';
import { PlannedPrices } from './PlannedPrices.tsx';
import { ItemSaleDocument } from './sale.ts';

/** How an item is sold, below what it is. */
export function ItemSale({ item: { id: itemId, price, allergens } }: { item: Item }) {
  const mayWrite = useMay('menu:write');
  const { data, problem, askAgain } = useLiveQuery({ query: ItemSaleDocument, variables: { id: itemId } });
  const sale = data?.menuItem;
  const places = sale?.section.menu.restaurant.locations.filter(({ closedAt }) => !closedAt) ?? [];
  const tenant = data?.viewer?.tenant;
  if (problem) return <Trouble problem={problem} onRetry={askAgain} />;
  if (!sale || !tenant) return null;
  return (
    <Stack gap="lg" my="lg">
      <AddedAllergens own={allergens} sale={sale} tenant={tenant} />
      <Countdown key={`left ${sale.portionsLeft}`} itemId={itemId} sale={sale} />
      {(places.length > 1 || sale.atLocations.length > 0) && <AtLocations sale={sale} places={places} price={price} />}
      {mayWrite && (
        <>
          <Offer key={sale.version} sale={sale} tenant={tenant} />
          <PlannedPrices sale={sale} places={places} currency={price.currency} onChanged={askAgain} />
        </>
      )}
    </Stack>
  );
}
