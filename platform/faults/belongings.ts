import { isObjectType, isRequiredArgument } from 'graphql';
import type { TestClient } from '../test/client.ts';
import type { Furniture } from '../test/furnish.ts';
import { operationOf } from '../test/root-field.ts';
import { rootFields, schema } from './calls.ts';

/** What only this tenant has. */
export interface Belongings {
  ids: Set<string>;
  /** A cursor of each list, by the field that it pages. */
  cursors: Map<string, string>;
  /** The types of which there was at least one. */
  types: Set<string>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Everything that a tenant's owner can see without knowing more than the tenant's id. */
export async function belongingsOf(owner: TestClient, tenantId: string, furniture?: Furniture): Promise<Belongings> {
  const found: Belongings = { ids: new Set(Object.values(furniture ?? {})), cursors: new Map(), types: new Set() };
  for (const { kind, field } of rootFields.filter((each) => each.kind === 'query')) {
    const given = givenTo(field.args, field.name, tenantId, furniture);
    if (field.args.some((arg) => isRequiredArgument(arg) && !(arg.name in given))) continue;
    const { data } = await owner.ask(operationOf(kind, field, given, 3), given);
    collect(data, field.name, found);
  }
  for (const [name, query] of ofTenant()) collect((await owner.ask(query, {})).data, name, found);
  return found;
}

/** What hangs on the tenant of whoever asks, each by itself: together it is more than one may ask for. */
function ofTenant(): [string, string][] {
  const tenant = schema.getType('Tenant');
  const fields = isObjectType(tenant) ? Object.values(tenant.getFields()) : [];
  return fields
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((field) => {
      const asked = operationOf('query', field, {}, 3);
      return [field.name, `query { viewer { tenant ${asked.slice(asked.indexOf('{'))} } }`];
    });
}

function givenTo(
  args: readonly { name: string }[],
  field: string,
  tenantId: string,
  furniture: Furniture | undefined,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { name } of args) {
    if (name === 'tenantId') given[name] = tenantId;
    if (name === 'first') given[name] = 3;
    if (name === 'text') given[name] = 'Valle';
    const meant = name === 'id' ? field : name.replace(/Id$/, '');
    const thing = Object.entries(furniture ?? {}).find(([kind]) => meant.toLowerCase().endsWith(kind.toLowerCase()));
    if (/^id$|Id$/.test(name) && thing) given[name] ??= thing[1];
  }
  return given;
}

function collect(value: unknown, field: string, found: Belongings): void {
  if (typeof value === 'string' && UUID.test(value)) found.ids.add(value);
  if (Array.isArray(value)) for (const each of value) collect(each, field, found);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (name === '__typename' && typeof each === 'string') found.types.add(each);
    if (name === 'pageInfo') {
      const { endCursor } = each as { endCursor?: string };
      if (endCursor) found.cursors.set(field, endCursor);
    } else collect(each, Array.isArray(value) ? field : name === 'edges' || name === 'node' ? field : name, found);
  }
}

/** The types of the graph that have an id, and so can belong to somebody. */
export function typesWithId(): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && 'id' in type.getFields())
    .map(({ name }) => name);
}
