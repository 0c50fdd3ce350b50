import { type EntityClass, MetadataStorage } from '@mikro-orm/core';
import { type ClassType, getMetadataStorage } from 'type-graphql';
import { AuditOutboxRow } from './audit-outbox.ts';
import { ReceiptRow } from './doors/receipt.ts';
import { InboxRow, OutboxRow } from './outbox.ts';

/** What one file adds to its subgraph: a noun, the tables beside it, and the resolvers that answer for them. */
export interface Part {
  classes: readonly ClassType[];
}

/** Each class says by its decorators what it is: a table, a type of the graph, a resolver. */
export function part(...classes: ClassType[]): Part {
  return { classes };
}

const isTable = (each: ClassType): boolean => Object.hasOwn(each, MetadataStorage.PATH_SYMBOL);
const isType = (each: ClassType): boolean => getMetadataStorage().objectTypes.some(({ target }) => target === each);
const isResolver = (each: ClassType): boolean =>
  getMetadataStorage().resolverClasses.some(({ target }) => target === each);

/** The classes of all parts, as GraphQL needs them: nouns are tables that are types too. Throws for a class that is nothing of the three. */
export function classesOf(parts: readonly Part[]): { types: ClassType[]; nouns: ClassType[]; resolvers: ClassType[] } {
  const classes = parts.flatMap((each) => each.classes);
  const stray = classes.find((each) => !isTable(each) && !isType(each) && !isResolver(each));
  if (stray) throw new Error(`${stray.name} is in a part, but is neither a table nor a type nor a resolver.`);
  const types = classes.filter(isType);
  return { types, nouns: types.filter(isTable), resolvers: classes.filter(isResolver) };
}

/** All tables of a subgraph; those with doors have one for what comes there. */
export function tablesOf({
  parts,
  doors = [],
}: {
  parts: readonly Part[];
  doors?: readonly unknown[];
}): EntityClass<object>[] {
  const tables = parts.flatMap((each) => each.classes).filter(isTable);
  return [
    ...tables,
    ...(doors.length > 0 ? [ReceiptRow] : []),
    OutboxRow,
    InboxRow,
    AuditOutboxRow,
  ] as EntityClass<object>[];
}
