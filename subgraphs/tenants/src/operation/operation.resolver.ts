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
    description: 'One registered operation; null when the tenant has none with this id.',
  })
  registeredOperation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RegisteredOperation | undefined> {
    return find(ctx, RegisteredOperation, id);
  }

  @Allow('access:write')
  @Mutation(() => [OperationRegistration], {
    description: 'Registers what a client wants to run, to be approved. Answers each document, in order.',
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
  @Mutation(() => [RegisteredOperation], { description: 'Lets their clients run these from now on.' })
  approveOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<RegisteredOperation[]> {
    return approveOperations(ctx, ids);
  }

  @Allow('access:write')
  @Mutation(() => [RegisteredOperation], {
    description: 'Keeps their clients from running these, also when they were approved; what runs ends.',
  })
  rejectOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Arg('reason', () => String, { description: 'For the client; at most 500 characters.' }) reason: string,
    @Ctx() ctx: Context,
  ): Promise<RegisteredOperation[]> {
    return rejectOperations(ctx, ids, reason);
  }

  @Allow('access:write')
  @Mutation(() => [ID], { description: 'Forgets these; what runs ends.' })
  removeOperations(
    @Arg('ids', () => [ID], { description: '1 to 200.' }) ids: string[],
    @Ctx() ctx: Context,
  ): Promise<string[]> {
    return removeOperations(ctx, ids);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'What the gateway counts before it runs: with the defaults of its variables and arguments, ten entries in a list of which nothing is said, all fields of an input, and nothing skipped. null when it is UNFIT, or far too much.',
  })
  cost(@Root() { text }: RegisteredOperation): number | undefined {
    return costOf(inspectDocument(text));
  }

  @FieldResolver(() => [String], { description: 'What a client must have to run it.' })
  scopes(@Root() { text }: RegisteredOperation): string[] {
    return scopesOf(inspectDocument(text));
  }

  @FieldResolver(() => [OperationProblem], {
    description:
      'Why it would be refused now, also when it is approved: by the graph of this version, and by the limits and scopes of its client.',
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
  @FieldResolver(() => Int, { description: 'How many of its operations wait for somebody to decide.' })
  async waitingOperations(@Root() client: ApiClient, @Ctx() ctx: Context): Promise<number> {
    return (await countOperations(ctx, client)).waiting;
  }

  @Allow('access:read')
  @FieldResolver(() => Int, {
    description: 'How many of its approved operations have problems, so that it is refused.',
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
    @Arg('status', () => OperationStatus, { nullable: true, description: 'Only those of this status.' })
    status?: OperationStatus,
  ): Promise<RegisteredOperationPage> {
    return page(ctx, RegisteredOperation, { client: client.id, ...(status ? { status } : {}) }, { first, after });
  }
}

export const operationPart = part(RegisteredOperation, OperationResolver, ApiClientOperationsResolver);
