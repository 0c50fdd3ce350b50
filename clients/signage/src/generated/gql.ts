/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment BoardItem on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    version\n    section {\n      id\n    }\n  }\n": typeof types.BoardItemFragmentDoc,
    "\n  query ScreenContent {\n    viewer {\n      display {\n        id\n        name\n        tenant {\n          id\n          name\n          languages\n          currency\n        }\n        board {\n          id\n          name\n          columns\n          soldOut\n          languages\n          showCalories\n          showAllergens\n          version\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n            items {\n              ...BoardItem\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ScreenContentDocument,
    "\n  subscription MenuChanges($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      itemId\n      item {\n        ...BoardItem\n        tenant {\n          name\n        }\n      }\n    }\n  }\n": typeof types.MenuChangesDocument,
    "\n  subscription BoardChanges($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      boardId\n    }\n  }\n": typeof types.BoardChangesDocument,
    "\n  mutation Heartbeat($input: HeartbeatInput!) {\n    heartbeat(input: $input) {\n      id\n      name\n      board {\n        id\n        version\n      }\n    }\n  }\n": typeof types.HeartbeatDocument,
    "\n  mutation RequestPairing {\n    requestPairing {\n      id\n      code\n      secret\n      expiresAt\n    }\n  }\n": typeof types.RequestPairingDocument,
    "\n  mutation ClaimPairing($id: ID!, $secret: String!) {\n    claimPairing(id: $id, secret: $secret) {\n      token\n    }\n  }\n": typeof types.ClaimPairingDocument,
    "\n  subscription PairingChanges($id: ID!, $secret: String!) {\n    pairingChanged(id: $id, secret: $secret) {\n      paired\n    }\n  }\n": typeof types.PairingChangesDocument,
};
const documents: Documents = {
    "\n  fragment BoardItem on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    version\n    section {\n      id\n    }\n  }\n": types.BoardItemFragmentDoc,
    "\n  query ScreenContent {\n    viewer {\n      display {\n        id\n        name\n        tenant {\n          id\n          name\n          languages\n          currency\n        }\n        board {\n          id\n          name\n          columns\n          soldOut\n          languages\n          showCalories\n          showAllergens\n          version\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n            items {\n              ...BoardItem\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ScreenContentDocument,
    "\n  subscription MenuChanges($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      itemId\n      item {\n        ...BoardItem\n        tenant {\n          name\n        }\n      }\n    }\n  }\n": types.MenuChangesDocument,
    "\n  subscription BoardChanges($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      boardId\n    }\n  }\n": types.BoardChangesDocument,
    "\n  mutation Heartbeat($input: HeartbeatInput!) {\n    heartbeat(input: $input) {\n      id\n      name\n      board {\n        id\n        version\n      }\n    }\n  }\n": types.HeartbeatDocument,
    "\n  mutation RequestPairing {\n    requestPairing {\n      id\n      code\n      secret\n      expiresAt\n    }\n  }\n": types.RequestPairingDocument,
    "\n  mutation ClaimPairing($id: ID!, $secret: String!) {\n    claimPairing(id: $id, secret: $secret) {\n      token\n    }\n  }\n": types.ClaimPairingDocument,
    "\n  subscription PairingChanges($id: ID!, $secret: String!) {\n    pairingChanged(id: $id, secret: $secret) {\n      paired\n    }\n  }\n": types.PairingChangesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardItem on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    version\n    section {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment BoardItem on MenuItem {\n    id\n    names {\n      locale\n      text\n    }\n    descriptions {\n      locale\n      text\n    }\n    price {\n      amount\n      currency\n    }\n    available\n    allergens\n    calories\n    version\n    section {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScreenContent {\n    viewer {\n      display {\n        id\n        name\n        tenant {\n          id\n          name\n          languages\n          currency\n        }\n        board {\n          id\n          name\n          columns\n          soldOut\n          languages\n          showCalories\n          showAllergens\n          version\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n            items {\n              ...BoardItem\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ScreenContent {\n    viewer {\n      display {\n        id\n        name\n        tenant {\n          id\n          name\n          languages\n          currency\n        }\n        board {\n          id\n          name\n          columns\n          soldOut\n          languages\n          showCalories\n          showAllergens\n          version\n          sections {\n            id\n            names {\n              locale\n              text\n            }\n            items {\n              ...BoardItem\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MenuChanges($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      itemId\n      item {\n        ...BoardItem\n        tenant {\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription MenuChanges($tenantId: ID!, $after: Cursor) {\n    menuChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      itemId\n      item {\n        ...BoardItem\n        tenant {\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardChanges($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      boardId\n    }\n  }\n"): (typeof documents)["\n  subscription BoardChanges($tenantId: ID!, $after: Cursor) {\n    menuBoardChanged(tenantId: $tenantId, after: $after) {\n      cursor\n      kind\n      boardId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Heartbeat($input: HeartbeatInput!) {\n    heartbeat(input: $input) {\n      id\n      name\n      board {\n        id\n        version\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Heartbeat($input: HeartbeatInput!) {\n    heartbeat(input: $input) {\n      id\n      name\n      board {\n        id\n        version\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPairing {\n    requestPairing {\n      id\n      code\n      secret\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RequestPairing {\n    requestPairing {\n      id\n      code\n      secret\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimPairing($id: ID!, $secret: String!) {\n    claimPairing(id: $id, secret: $secret) {\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimPairing($id: ID!, $secret: String!) {\n    claimPairing(id: $id, secret: $secret) {\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PairingChanges($id: ID!, $secret: String!) {\n    pairingChanged(id: $id, secret: $secret) {\n      paired\n    }\n  }\n"): (typeof documents)["\n  subscription PairingChanges($id: ID!, $secret: String!) {\n    pairingChanged(id: $id, secret: $secret) {\n      paired\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;