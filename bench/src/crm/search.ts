import type { Client } from 'pg';
import { type Ask, p95 } from './ask.ts';
import { fillSearch } from './fill.ts';

const EACH = 100_000;
const ROUNDS = 10;
const QUERY = `query ($tenant: ID!, $text: String!) {
  searchCrm(tenantId: $tenant, text: $text, first: 20) { edges { node { kind id title } } totalCount }
}`;
/** The words alone, in the rows' own index, ranked by PostgreSQL. */
const SQL = `select kind, thing_id, title from crm.search_entry
  where tenant_id = $1 and words @@ to_tsquery('simple', $2) order by ts_rank(words, to_tsquery('simple', $2)) desc limit 20`;

/** From a name that few have to words that are in tens of thousands; with what each is misspelt as. */
const TEXTS = [
  ['muñoz garcia 7', 'munos garcia 7'],
  ['zuniga quinones', 'zumiga quinones'],
  ['ibanez', 'ibanes'],
  ['tortillas', 'tortilas'],
  ['mezcal factura', 'mescal factura'],
  ['ipek yilmaz', 'ipek yilmas'],
  ['hernan', 'hernnan'],
  ['aguacate horno beltran', 'aguacate orno beltran'],
] as const;

export interface SearchRow {
  what: string;
  /** Milliseconds at p95. */
  ours: number;
  sql?: number;
}

/** Searches among many contacts, notes and activities, as they are written and misspelt. */
export async function measureSearch(ask: Ask, database: Client, tenantId: string): Promise<SearchRow[]> {
  await fillSearch(database, tenantId, EACH);
  const times = { right: [] as number[], typo: [] as number[], sql: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [right, typo] of TEXTS) {
      const search = async (text: string) => {
        const { data, ms } = await ask<{ searchCrm: { edges: unknown[] } }>({
          query: QUERY,
          variables: { tenant: tenantId, text },
        });
        if (data.searchCrm.edges.length === 0) throw new Error(`Nothing was found by ${text}.`);
        return ms;
      };
      const ours = await search(right);
      const misspelt = await search(typo);
      const begin = performance.now();
      const words = right.split(' ').map((word) => `${word}:*`);
      await database.query(SQL, [tenantId, words.join(' & ').normalize('NFD').replaceAll(/\p{M}/gu, '')]);
      const sql = performance.now() - begin;
      // The first round warms all three.
      if (round === 0) continue;
      times.right.push(ours);
      times.typo.push(misspelt);
      times.sql.push(sql);
    }
  }
  return [
    { what: 'search', ours: p95(times.right), sql: p95(times.sql) },
    { what: 'search with a typo', ours: p95(times.typo) },
  ];
}
