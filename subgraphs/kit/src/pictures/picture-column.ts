import type { EntityMetadata } from '@mikro-orm/core';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { pictureNamePattern } from '@mycelium/schema/pictures';

interface PictureColumnOptions {
  /** The property that says, with a value, that the row shows nothing any more: when it was removed. */
  until?: string;
}

interface PictureProperty extends PictureColumnOptions {
  property: string;
}

const known = new Map<unknown, PictureProperty[]>();

/** The name of the picture that a column leads to, as it stands in the column's index. */
const nameIn = (column: string): string => `substring(${column} from '${pictureNamePattern}')`;

/**
 * A column with the address of a picture. This is all that a noun says of it: a picture that was uploaded is kept for as long as a
 * row refers to it, in whichever subgraph, and a day longer.
 */
export function PictureColumn(options: PictureColumnOptions = {}): PropertyDecorator {
  return (target, key) => {
    const property = String(key);
    known.set(target.constructor, [...(known.get(target.constructor) ?? []), { ...options, property }]);
    Property({ type: 'text', nullable: true })(target, property);
    Index<Record<string, unknown>, string>({
      expression: (columns, table, name) => {
        const column = columns[property] ?? property;
        return `create index "${name}" on ${table.schema}.${table.name} (${nameIn(column)}) where ${column} is not null`;
      },
    })(target as Record<string, unknown>, property);
  };
}

/** The properties of a noun that lead to pictures. */
export function picturesOf({ class: noun }: Pick<EntityMetadata, 'class'>): readonly PictureProperty[] {
  return known.get(noun) ?? [];
}

/** A query for each such column of a table, of which `?` is a JSON list of names: those that some row shows. */
export function shownQueries(meta: EntityMetadata, schema: string): string[] {
  const columnOf = (property: string): string => {
    const [column] = meta.properties[property as keyof typeof meta.properties]?.fieldNames ?? [];
    if (!column) throw new Error(`${meta.className} has no column ${property}.`);
    return column;
  };
  return picturesOf(meta).map(({ property, until }) => {
    const column = columnOf(property);
    return `select ${nameIn(column)} as name from ${schema}.${meta.tableName}
      where ${column} is not null and ${nameIn(column)} = any(array(select jsonb_array_elements_text(?::jsonb)))
      ${until ? `and ${columnOf(until)} is null` : ''}`;
  });
}
