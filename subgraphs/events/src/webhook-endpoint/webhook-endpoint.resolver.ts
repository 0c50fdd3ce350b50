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
  @Query(() => WebhookEndpoint, { nullable: true, description: 'One endpoint; null if there is none with this id.' })
  webhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint | undefined> {
    return find(ctx, WebhookEndpoint, id);
  }

  @Allow('webhook:write')
  @Mutation(() => NewWebhookSecret, { description: 'Creates an endpoint, which receives what happens from then on.' })
  createWebhookEndpoint(
    @Arg('input', () => CreateWebhookEndpointInput) input: CreateWebhookEndpointInput,
    @Ctx() ctx: Context,
  ): Promise<NewWebhookSecret> {
    return createEndpoint(ctx, input);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, {
    description: 'Changes an endpoint; what is waiting for it goes to the new address.',
  })
  updateWebhookEndpoint(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateWebhookEndpointInput) input: UpdateWebhookEndpointInput,
    @Ctx() ctx: Context,
  ): Promise<WebhookEndpoint> {
    return updateEndpoint(ctx, id, input);
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Removes an endpoint, its attempts, and what is waiting for it.' })
  removeWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeEndpoint(ctx, id);
  }

  @Allow('webhook:write')
  @Mutation(() => NewWebhookSecret, { description: 'Creates a new secret. Both sign until the overlap is over.' })
  rotateWebhookSecret(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('overlapHours', () => Int, {
      defaultValue: 24,
      description: 'How many hours the old one still signs: 0 to 168.',
    })
    overlapHours: number,
  ): Promise<NewWebhookSecret> {
    return rotateSecret(ctx, id, overlapHours);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, { description: 'Pauses an endpoint; events wait until it is resumed.' })
  pauseWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint> {
    return setStatus(ctx, id, WebhookStatus.PAUSED);
  }

  @Allow('webhook:write')
  @Mutation(() => WebhookEndpoint, { description: 'Resumes an endpoint; what has been waiting is sent first.' })
  resumeWebhookEndpoint(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<WebhookEndpoint> {
    return setStatus(ctx, id, WebhookStatus.ACTIVE);
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Sends a webhook.test event to this endpoint alone; returns its id.' })
  sendTestEvent(@Arg('endpointId', () => ID) endpointId: string, @Ctx() ctx: Context): Promise<string> {
    return sendTestEvent(ctx, endpointId);
  }

  @Allow('webhook:write')
  @Mutation(() => EventJob, {
    description:
      'Sends an endpoint what it missed: what was given up, as a job, and immediately what is waiting for its next attempt.',
  })
  recoverWebhook(
    @Arg('endpointId', () => ID) endpointId: string,
    @Arg('since', () => DateTime, {
      description: 'Of what was given up, only what was published at or after this moment.',
    })
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
    description: 'How it is doing: `status` says whether events are sent to it, this also whether they arrive.',
  })
  standing(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<Standing> {
    return standingOf(ctx, endpoint);
  }

  @FieldResolver(() => Int, {
    description:
      'How many events are waiting for it, including those that will be retried. Beyond 10,000, for example if it is stopped for long, new ones are given up immediately and are among the failed events.',
  })
  async pending(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<number> {
    return (await countsOf(ctx, endpoint)).pending;
  }

  @FieldResolver(() => Int, {
    description: 'How many events were given up, after the last attempt or because too many were waiting.',
  })
  async failed(@Root() endpoint: WebhookEndpoint, @Ctx() ctx: Context): Promise<number> {
    return (await countsOf(ctx, endpoint)).stored;
  }

  @Follow(
    () => WebhookChange,
    [webhookChanged],
    'webhook:read',
    "Each change of the tenant's endpoints and each attempt; with `after`, starting with those since then.",
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
