import type { EntityClass, EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { BlindKind } from './blind-index.ts';

/** The properties of the same row by which its person is found, with the kind of each. */
type Indexes = Readonly<Record<string, BlindKind>>;

/** A column of sealed values, in a table with an id. */
export interface SealedColumn {
  /** The table with its schema: events.webhook_endpoint. */
  table: string;
  column: string;
  /** The columns by which its person is found; the table has a tenant_id then. */
  indexes?: Indexes;
  /** Whether its rows belong to tenants. */
  hasTenant: boolean;
}

const sealed = new Map<unknown, Map<string, Indexes>>();

/** The property has what the vault has sealed, so that it is sealed again when the secret is changed. */
export function Sealed(indexes: Indexes = {}): PropertyDecorator {
  return ({ constructor: noun }, name) => {
    const known = sealed.get(noun) ?? new Map<string, Indexes>();
    sealed.set(noun, known.set(String(name), indexes));
  };
}

export function hasSealed(tables: readonly EntityClass<object>[]): boolean {
  return tables.some((table) => sealed.has(table));
}

/** Every sealed column of these tables. */
export function sealedColumnsOf(em: EntityManager, tables: readonly EntityClass<object>[]): SealedColumn[] {
  return tables.flatMap((noun) => {
    const { schema = String(em.config.get('schema')), tableName, ...meta } = em.getMetadata().get(noun);
    const properties = meta.properties as Record<string, EntityProperty>;
    const columnOf = (name: string): string => {
      const column = properties[name]?.fieldNames[0];
      if (!column) throw new Error(`${noun.name} has no column for ${name}.`);
      return column;
    };
    return [...(sealed.get(noun) ?? [])].map(([name, indexes]) => ({
      table: `${schema}."${tableName}"`,
      column: columnOf(name),
      indexes: Object.fromEntries(Object.entries(indexes).map(([index, kind]) => [columnOf(index), kind])),
      hasTenant: Object.values(properties).some(({ fieldNames }) => fieldNames?.includes('tenant_id')),
    }));
  });
}
