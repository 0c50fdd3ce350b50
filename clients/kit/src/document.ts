import { createRequest, type TypedDocumentNode } from '@urql/core';

/** What the build makes of each `graphql(…)` of a client: that document alone, under the id by which the gateway knows it. */
export function graphql(text: string, id?: string): TypedDocumentNode {
  const { query } = createRequest(text, {});
  return id === undefined ? query : Object.assign(query, { __meta__: { hash: id } });
}
