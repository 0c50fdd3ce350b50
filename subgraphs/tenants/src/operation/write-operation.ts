import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { tokenHash } from '@mycelium/kit/token';
import { afterCommit } from '@mycelium/kit/transaction';
import { inspectDocument } from '@mycelium/schema/inspect-document';
import { apiClientOperationsChanged } from '@mycelium/schema/subgraphs/tenants';
import { ApiClient } from '../api-client/api-client.ts';
import { mirrorList } from '../api-client/mirror-list.ts';
import {
  documentsSchema,
  type OperationDocumentInput,
  OperationKind,
  type OperationRegistration,
  OperationStatus,
  operationIdsSchema,
  RegisteredOperation,
  reasonSchema,
} from './operation.ts';
import { costOf, problemsOf, scopesOf } from './operation-problems.ts';

const MOST_OPERATIONS = 1_000;

const kinds = {
  query: OperationKind.QUERY,
  mutation: OperationKind.MUTATION,
  subscription: OperationKind.SUBSCRIPTION,
};

/** Registers the documents that are good, to be approved. One that is there already stays as it is, unless it was rejected: then it is to be looked at again. */
export async function registerOperations(
  ctx: Context,
  clientId: string,
  documents: readonly OperationDocumentInput[],
): Promise<OperationRegistration[]> {
  const given = parseInput(documentsSchema, documents, ['documents']);
  const client = await read(ctx, ApiClient, clientId);
  const known = new Map<string, RegisteredOperation>();
  const ids = given.map(({ text }) => documentIdOf(text));
  for (const row of await ctx.em.find(RegisteredOperation, { client: clientId, documentId: { $in: ids } })) {
    known.set(row.documentId, row);
  }
  const before = await ctx.em.count(RegisteredOperation, { client: clientId });
  const fresh: RegisteredOperation[] = [];
  let reopened = 0;
  let prolonged = 0;
  const registrations = given.map(({ text, expiresAt }): OperationRegistration => {
    const documentId = documentIdOf(text);
    const inspected = inspectDocument(text);
    const { name, rootFields } = inspected;
    const told = {
      documentId,
      name,
      rootFields,
      cost: costOf(inspected),
      scopes: scopesOf(inspected),
      problems: problemsOf(text, client),
    };
    if (!inspected.known) return told;
    const operation =
      known.get(documentId) ?? create(ctx, RegisteredOperation, { client: ref(client), ...newOperation(text) });
    if (!known.has(documentId)) fresh.push(operation);
    known.set(documentId, operation);
    if (expiresAt && expiresAt.getTime() !== operation.expiresAt?.getTime()) {
      operation.expiresAt = expiresAt;
      prolonged += 1;
    }
    if (operation.status === OperationStatus.REJECTED) {
      Object.assign(operation, { status: OperationStatus.PENDING, reason: undefined, decidedAt: undefined });
      reopened += 1;
    }
    return { ...told, operation };
  });
  if (before + fresh.length > MOST_OPERATIONS) {
    throw new Conflict(
      `This client already has ${MOST_OPERATIONS} operations, which is the maximum; remove some first.`,
      {
        reason: 'FULL',
        limit: MOST_OPERATIONS,
      },
    );
  }
  await ctx.em.flush();
  if (fresh.length + reopened + prolonged === 0) return unchanged(ctx, registrations);
  if (fresh.length + reopened > 0) ctx.publish(apiClientOperationsChanged, { clientId });
  // The end of an approved operation may have changed.
  afterCommit(ctx, () => mirrorList(ctx, clientId));
  return registrations;
}

/** What a good document is registered as; throws when it is not good. */
export function newOperation(
  text: string,
): Pick<RegisteredOperation, 'documentId' | 'text' | 'name' | 'kind' | 'rootFields'> {
  const { name, kind, rootFields, problems } = inspectDocument(text);
  if (problems.length > 0 || !name || !kind) throw new Error(problems.join(' '));
  return { documentId: documentIdOf(text), text, name, kind: kinds[kind], rootFields };
}

/** Lets the clients run these from now on. */
export async function approveOperations(ctx: Context, ids: readonly string[]): Promise<RegisteredOperation[]> {
  const operations = await readAll(ctx, ids);
  for (const [index, { text, name }] of operations.entries()) {
    // The schema may be another one since it was registered.
    const [problem] = inspectDocument(text).problems;
    if (problem)
      throw new Invalid(`${name} is no longer valid: ${problem}`, ['ids', index], {
        reason: 'NOT_GOOD_ANY_MORE',
        name,
      });
  }
  return decide(ctx, operations, { status: OperationStatus.APPROVED, reason: undefined });
}

/** Refuses operations to the clients that asked for them; subscriptions that run end. */
export async function rejectOperations(
  ctx: Context,
  ids: readonly string[],
  reason: string,
): Promise<RegisteredOperation[]> {
  const why = parseInput(reasonSchema, reason, ['reason']);
  return decide(ctx, await readAll(ctx, ids), { status: OperationStatus.REJECTED, reason: why });
}

/** Forgets these; what runs ends. */
export async function removeOperations(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const operations = await readAll(ctx, ids);
  for (const operation of operations) ctx.em.remove(operation);
  tell(ctx, operations);
  return operations.map(({ id }) => id);
}

async function decide(
  ctx: Context,
  operations: RegisteredOperation[],
  decision: Pick<RegisteredOperation, 'status' | 'reason'>,
): Promise<RegisteredOperation[]> {
  const changed = operations.filter(({ status }) => status !== decision.status);
  if (changed.length === 0) return unchanged(ctx, operations);
  for (const operation of changed) Object.assign(operation, decision, { decidedAt: new Date() });
  await ctx.em.flush();
  tell(ctx, changed);
  return operations;
}

function tell(ctx: Context, operations: readonly RegisteredOperation[]): void {
  for (const clientId of new Set(operations.map(({ client }) => client.id))) {
    ctx.publish(apiClientOperationsChanged, { clientId });
    afterCommit(ctx, () => mirrorList(ctx, clientId));
  }
}

/** The operations with these ids, in this order; throws when one is missing. */
async function readAll(ctx: Context, given: readonly string[]): Promise<RegisteredOperation[]> {
  const ids = parseInput(operationIdsSchema, given, ['ids']);
  const rows = await ctx.em.find(RegisteredOperation, { id: { $in: ids } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new NotFound('RegisteredOperation', id);
    return row;
  });
}

export function documentIdOf(text: string): string {
  return `sha256:${tokenHash(text)}`;
}
