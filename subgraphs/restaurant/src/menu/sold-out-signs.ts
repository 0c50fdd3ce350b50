import type { ReadSigns } from '@mycelium/kit/signs';

interface SoldOut {
  tenant_id: string;
  items: number;
}

/** Menus of which a guest can order nothing at all; a tenant that has none yet is only new. */
export const soldOutSigns: ReadSigns = async ({ em }, tenantIds) => {
  const rows = await em.execute<SoldOut[]>(
    `select tenant_id, count(*)::int as items from restaurant.menu_item
     where tenant_id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and removed_at is null
     group by tenant_id having not bool_or(available)`,
    [JSON.stringify(tenantIds)],
  );
  return rows.map(({ tenant_id: tenantId, items }) => ({
    tenantId,
    code: 'MENU_SOLD_OUT',
    count: items,
    path: '/menu',
  }));
};
