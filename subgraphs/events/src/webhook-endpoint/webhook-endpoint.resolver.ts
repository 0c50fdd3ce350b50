import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { DateTime } from '@mycelium/schema/scalars';
import { webhookChanged } from '@mycelium/schema/subgraphs/events';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { EventJob } from '../event-job/event-job.ts';
import { Standing } from '../health/standing.ts';
import { Tenant } from '../references.ts';
import { WebhookAttempt } from '../webhook-attempt/webhook-attempt.ts';
import { applicationOf } from './application.ts';
import { countsOf, standingOf } from './mirror.ts';
import { recoverEndpoint } from './recover.ts';
import { sendTestEvent } from './send-test.ts';
import {
  CreateWebhookEndpointInput,
  NewWebhookSecret,
  UpdateWebhookEndpointInput,
  WebhookChange,
  WebhookEndpoint,
  WebhookEndpointPage,
  WebhookStatus,
} from './webhook-endpoint.ts';
import { createEndpoint, removeEndpoint, rotateSecret, setStatus, updateEndpoint } from './write-endpoint.ts';

@Resolver(() => WebhookEndpoint)
class WebhookEndpointResolver {
  @Allow('webhook:read')
  @Query(() => WebhookEndpoint, { nullable: true, description: 'One endpoint; null when there is none with this id.' })
  webhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint | undefined> {
    return find(ctx, WebhookEndpoint, id);
  }

  @Allow('webhook:write')
  @Mutation(() => NewWebhookSecret, { description: 'Makes an endpoint, which is told what happens from now on.' })
  createWebhookEndpoint(
    @Arg('input', () => CreateWebhookEndpointInput) input: CreateWebhookEndpointInput,
    @Ctx() ctx: Context,
  ): Promise<NewWebhookSecret> {
    return createEndpoint(ctx, input);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, { description: 'Changes an endpoint; what waits for it goes to the new address.' })
  updateWebhookEndpoint(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateWebhookEndpointInput) input: UpdateWebhookEndpointInput,
    @Ctx() ctx: Context,
  ): Promise<WebhookEndpoint> {
    return updateEndpoint(ctx, id, input);
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Removes an endpoint, its attempts, and what waits for it.' })
  removeWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeEndpoint(ctx, id);
  }

  @Allow('webhook:write')
  @Mutation(() => NewWebhookSecret, { description: 'A new secret. Both sign until the overlap is over.' })
  rotateWebhookSecret(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('overlapHours', () => Int, { defaultValue: 24, description: 'For how long the old one signs too; 0 to 168.' })
    overlapHours: number,
  ): Promise<NewWebhookSecret> {
    return rotateSecret(ctx, id, overlapHours);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, { description: 'Tells an endpoint nothing until it is resumed; events wait.' })
  pauseWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint> {
    return setStatus(ctx, id, WebhookStatus.PAUSED);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, { description: 'Tells an endpoint again, what has waited first.' })
  resumeWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint> {
    return setStatus(ctx, id, WebhookStatus.ACTIVE);
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Tells this endpoint alone an event webhook.test; answers its id.' })
  sendTestEvent(@Arg('endpointId', () => ID) endpointId: string, @Ctx() ctx: Context): Promise<string> {
    return sendTestEvent(ctx, endpointId);
  }

  @Allow('webhook:write')
  @Mutation(() => EventJob, {
    description:
      'Tries again what an endpoint did not take: as a job what was given up, and at once what waits for its next attempt.',
  })
  recoverWebhook(
    @Arg('endpointId', () => ID) endpointId: string,
    @Arg('since', () => DateTime, { description: 'Of what was given up, what was published then or later.' })
    since: Date,
    @Ctx() ctx: Context,
  ): Promise<EventJob> {
    return recoverEndpoint(ctx, endpointId, since);
  }

  @FieldResolver(() => String, {
    description: 'Its name as a target of events, for filters such as that of failedEvents.',
  })
  target(@Root() { id }: WebhookEndpoint): string {
    return applicationOf(id);
  }

  @FieldResolver(() => Standing, {
    description: 'How it does: `status` says whether it is told, this also whether anything arrives.',
  })
  standing(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<Standing> {
    return standingOf(ctx, endpoint);
  }

  @FieldResolver(() => Int, {
    description:
      'How many events wait for it, those that will be tried again included. Beyond 10,000, as when it is stopped for long, what comes is given up at once and lies among the failed events.',
  })
  async pending(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<number> {
    return (await countsOf(ctx, endpoint)).pending;
  }

  @FieldResolver(() => Int, {
    description: 'How many events were given up, after the last attempt or since too many waited.',
  })
  async failed(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<number> {
    return (await countsOf(ctx, endpoint)).stored;
  }

  @Follow(
    () => WebhookChange,
    [webhookChanged],
    'webhook:read',
    "Each change of a tenant's endpoints and each attempt; with `after`, those since then first.",
  )
  async webhookChanged({ payload: { endpointId, attemptId } }: EventOf<typeof webhookChanged>, ctx: Context) {
    const attempt = attemptId ? await find(ctx, WebhookAttempt, attemptId) : undefined;
    return { endpointId, attempt, endpoint: await find(ctx, WebhookEndpoint, endpointId) };
  }
}

@Resolver(() => Tenant)
class TenantWebhookEndpointsResolver {
  @Allow('webhook:read')
  @FieldResolver(() => WebhookEndpointPage, { description: 'Its webhook endpoints, oldest first.' })
  webhookEndpoints(
    @Root() { id: tenantId }: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<WebhookEndpointPage> {
    checkTenant(ctx, tenantId);
    return page(ctx, WebhookEndpoint, { tenantId }, { first, after });
  }
}

export const webhookEndpointPart = part(WebhookEndpoint, WebhookEndpointResolver, TenantWebhookEndpointsResolver);
