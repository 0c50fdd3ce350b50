import {
  type FieldDefinitionNode,
  GraphQLID,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  Kind,
} from 'graphql';
import { checkTenant } from './allow.ts';
import type { Context } from './context.ts';

/** A field of a tenant that can be asked at the root too, with the tenant's id. */
export interface AtRoot {
  root: string;
  field: string;
  deprecationReason?: string;
}

/** A root field of before, which registered operations still ask for: it answers what the field of the tenant answers, and says where that is. */
export function former(root: string, field = root): AtRoot {
  return { root, field, deprecationReason: `Ask the tenant: \`viewer { tenant { ${field} } }\`.` };
}

/** A root field that REST or a program binds to, which has the tenant's id and nothing else to begin with. */
export function bound(root: string, field = root): AtRoot {
  return { root, field };
}

/** The schema with these root fields. Each is the field of the tenant, whatever that says, takes and allows, of the viewer's own tenant. */
export function withRootFields(schema: GraphQLSchema, fields: readonly AtRoot[]): GraphQLSchema {
  const query = schema.getQueryType();
  const tenant = schema.getType('Tenant');
  if (!query || fields.length === 0) return schema;
  if (!isObjectType(tenant)) throw new Error('Without a type Tenant nothing of it can be asked at the root.');
  const { fields: asked, ...config } = query.toConfig();
  const { fields: offered } = tenant.toConfig();
  for (const { root, field, deprecationReason } of fields) {
    const own = offered[field];
    if (!own?.resolve) throw new Error(`A tenant has no ${field} that could be asked at the root as ${root}.`);
    const { args, resolve, astNode } = own;
    asked[root] = {
      ...{ ...own, deprecationReason },
      args: { tenantId: { type: new GraphQLNonNull(GraphQLID) }, ...args },
      astNode: astNode && named(astNode, root),
      resolve(_root, { tenantId, ...others }, context: Context, info) {
        checkTenant(context, String(tenantId));
        return resolve({ id: tenantId }, others, context, info);
      },
    };
  }
  const { types, ...rest } = schema.toConfig();
  const changed = new GraphQLObjectType({ ...config, fields: asked });
  return new GraphQLSchema({ ...rest, query: changed, types: types.map((each) => (each === query ? changed : each)) });
}

/** What stands before a field, such as its directives, is that of the field itself. */
function named(node: FieldDefinitionNode, name: string): FieldDefinitionNode {
  return { ...node, name: { kind: Kind.NAME, value: name } };
}
