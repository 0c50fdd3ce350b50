import { type Bounds, readDocument } from '@mycelium/schema/read-document';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/** A gateway writes fragments out and may split one operation into larger ones; what it sends was held to closer bounds there. */
const most: Bounds = { tokens: 100_000, selections: 50_000, repeats: 200_000 };

/** Parses what a gateway sends, or somebody who says to be one; throws when only to read it would take too long. */
export function readCall(query: string, schema: GraphQLSchema): DocumentNode {
  return readDocument(query, schema, { most });
}
