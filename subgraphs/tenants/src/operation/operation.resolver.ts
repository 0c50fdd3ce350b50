import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { inspectDocument } from '@mycelium/schema/inspect-document';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ApiClient } from '../api-client/api-client.ts';
import { countOperations } from './count-operations.ts';
import {
  OperationDocumentInput,
  OperationProblem,
  OperationRegistration,
  OperationStatus,
  RegisteredOperation,
  RegisteredOperationPage,
} from './operation.ts';
import { costOf, problemsOf, scopesOf } from './operation-problems.ts';
import { approveOperations, registerOperations, rejectOperations, removeOperations } from './write-operation.ts';

@Resolver(() => RegisteredOperation)
class OperationResolver {
  @Allow('access:read')
  @Query(() => RegisteredOperation, {
    nullable: true,
    description: 'One registered operation; null if the tenant has none with this id.',
  })
  registeredOperation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RegisteredOperation | undefined> {
    return find(ctx, RegisteredOperation, id);
  }

  @Allow('access:write')
  @Mutation(() => [OperationRegistration], {
    description: 'Registers what a client wants to run, to be approved. Returns a result for each document, in order.',
  })
  registerOperations(
    @Arg('clientId', () => ID) clientId: string,
    @Arg('documents', () => [OperationDocumentInput], { description: '1 to 100.' })
    documents: OperationDocumentInput[],
    @Ctx() ctx: Context,
  ): Promise<OperationRegistration[]> {
    return registerOperations(ctx, clientId, documents);
  }

  @Allow('access:write')
  @Mutation(() => [RegisteredOperation], { description: 'Approves these: their clients may run them from now on.' })
  approveOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<RegisteredOperation[]> {
    return approveOperations(ctx, ids);
  }

  @Allow('access:write')
  @Mutation(() => [RegisteredOperation], {
    description: 'Rejects these, even if they were approved; what is running ends.',
  })
  rejectOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Arg('reason', () => String, { description: 'For the client; at most 500 characters.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<RegisteredOperation[]> {
    return rejectOperations(ctx, ids, reason);
  }

  @Allow('access:write')
  @Mutation(() => [ID], { description: 'Deletes these; what is running ends.' })
  removeOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<string[]> {
    return removeOperations(ctx, ids);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'What the gateway counts before it runs: with the default values of its variables and arguments, ten entries for a list of unknown length, all fields of an input, and nothing skipped. null if it is UNFIT, or far too much.',
  })
  cost(@Root() { text }: RegisteredOperation): number | undefined {
    return costOf(inspectDocument(text));
  }

  @FieldResolver(() => [String], { description: 'The scopes a client needs to run it.' })
  scopes(@Root() { text }: RegisteredOperation): string[] {
    return scopesOf(inspectDocument(text));
  }

  @FieldResolver(() => [OperationProblem], {
    description:
      'Why it would be refused now, even if it is approved: by the current schema, or by the limits and scopes of its client.',
  })
  async problems(@Root() { text, client }: RegisteredOperation): Promise<OperationProblem[]> {
    return problemsOf(text, await client.loadOrFail());
  }

  @FieldResolver(() => ApiClient)
  client(@Root() operation: RegisteredOperation): Promise<ApiClient> {
    return operation.client.loadOrFail();
  }
}

@Resolver(() => ApiClient)
class ApiClientOperationsResolver {
  @Allow('access:read')
  @FieldResolver(() => Int, { description: 'How many of its operations are waiting for a decision.' })
  async waitingOperations(@Root() client: ApiClient, @Ctx() ctx: Context): Promise<number> {
    return (await countOperations(ctx, client)).waiting;
  }

  @Allow('access:read')
  @FieldResolver(() => Int, {
    description: 'How many of its approved operations have problems and are therefore refused.',
  })
  async refusedOperations(@Root() client: ApiClient, @Ctx() ctx: Context): Promise<number> {
    return (await countOperations(ctx, client)).refused;
  }

  @Allow('access:read')
  @FieldResolver(() => RegisteredOperationPage, { description: 'What it may run or wants to, oldest first.' })
  operations(
    @Root() client: ApiClient,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('status', () => OperationStatus, { nullable: true, description: 'Only those with this status.' })
    status?: OperationStatus,
  ): Promise<RegisteredOperationPage> {
    return page(ctx, RegisteredOperation, { client: client.id, ...(status ? { status } : {}) }, { first, after });
  }
}

export const operationPart = part(RegisteredOperation, OperationResolver, ApiClientOperationsResolver);
