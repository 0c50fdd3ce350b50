import type { State } from '@mycelium/client-kit/state';
import { graphql } from '../generated/gql.ts';
import type { OperationRowFragment } from '../generated/graphql.ts';

export const OperationsDocument = graphql(`
  query ClientOperations($clientId: ID!, $after: String) {
    apiClient(id: $clientId) {
      id
      name
      operations(first: 200, after: $after) {
        edges {
          cursor
          node {
            ...OperationRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment OperationRow on RegisteredOperation {
    id
    documentId
    name
    kind
    text
    rootFields
    status
    reason
    expiresAt
    cost
    scopes
    problems {
      kind
      message
      scope
    }
  }
`);

export const OperationDocument = graphql(`
  query ClientOperation($id: ID!) {
    registeredOperation(id: $id) {
      ...OperationRow
    }
  }
`);

export type Operation = OperationRowFragment;

export type Standing = 'broken' | 'ended' | Operation['status'];

/** How an operation stands now: what was approved may be refused all the same. */
export function standingOf({ status, problems, expiresAt }: Operation, now = Date.now()): Standing {
  if (expiresAt && Date.parse(expiresAt) <= now) return 'ended';
  return status === 'APPROVED' && problems.length > 0 ? 'broken' : status;
}

const states: Record<Standing, State> = {
  broken: 'failing',
  ended: 'off',
  PENDING: 'waiting',
  APPROVED: 'ok',
  REJECTED: 'off',
};

/** Where an operation stands on the scale; somebody should look before approving one that would be refused. */
export function operationState(operation: Operation, now = Date.now()): { state: State; word: Standing } {
  const word = standingOf(operation, now);
  return { word, state: word === 'PENDING' && operation.problems.length > 0 ? 'attention' : states[word] };
}

const order: Standing[] = ['broken', 'PENDING', 'APPROVED', 'REJECTED', 'ended'];

/** What somebody has to look at comes first: what would be refused, then what waits; each as it was registered. */
export function inOrder(operations: readonly Operation[]): Operation[] {
  const rank = (operation: Operation) => order.indexOf(standingOf(operation));
  return operations.toSorted((one, other) => rank(one) - rank(other));
}
