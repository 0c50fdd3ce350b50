import type { Client } from 'pg';

const ITEMS_OF_SECTION = 100;

/** Gives a tenant a menu with so many items, past the graph. */
export async function makeCatalogue(database: Client, tenantId: string, items: number): Promise<void> {
  await database.query(
    `with house as (
       insert into restaurant.restaurant (id, tenant_id, name) values (gen_random_uuid(), $1, 'Bench') returning id
     ), carta as (
       insert into restaurant.menu (id, tenant_id, names, restaurant_id)
       select gen_random_uuid(), $1, '{"es":"Carta"}', id from house returning id
     ), section as (
       insert into restaurant.menu_section (id, tenant_id, menu_id, names, position)
       select gen_random_uuid(), $1, carta.id, json_build_object('es', 'Parte ' || n), n
       from carta, generate_series(1, $2::int) n returning id, position
     )
     insert into restaurant.menu_item
       (id, tenant_id, section_id, names, descriptions, price_amount, price_currency, allergens, position)
     select gen_random_uuid(), $1, section.id, json_build_object('es', format('Plato %s.%s', position, n), 'en', format('Dish %s.%s', position, n)),
       json_build_object('es', 'Con salsa de la casa y lo que da el mercado'), 100 + n % 900, 'USD', '{}', n
     from section, generate_series(1, $3::int) n`,
    [tenantId, items / ITEMS_OF_SECTION, ITEMS_OF_SECTION],
  );
  await database.query('analyze restaurant.menu_item');
}
