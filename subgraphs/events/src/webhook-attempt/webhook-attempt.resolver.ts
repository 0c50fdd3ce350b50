import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { WebhookEndpoint } from '../webhook-endpoint/webhook-endpoint.ts';
import { redeliver } from './redeliver.ts';
import { WebhookAttempt, WebhookAttemptPage, WebhookOutcome } from './webhook-attempt.ts';

const OUTCOMES = { nullable: true, description: 'Only those with one of these outcomes.' };

@Resolver()
class WebhookAttemptResolver {
  @Allow('webhook:read')
  @Query(() => WebhookAttemptPage, {
    description: 'What was sent to an endpoint, newest first.',
    deprecationReason: 'Ask the endpoint: `webhookEndpoint(id: …) { attempts }`.',
  })
  async webhookAttempts(
    @Arg('endpointId', () => ID) endpointId: string,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) which: PageArgs,
    @Arg('outcomes', () => [WebhookOutcome], OUTCOMES) outcomes?: WebhookOutcome[],
  ): Promise<WebhookAttemptPage> {
    return attemptsOf(ctx, await read(ctx, WebhookEndpoint, endpointId), outcomes, which);
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Sends the message of an attempt once more, under its id; returns that id.' })
  redeliverWebhook(@Arg('attemptId', () => ID) attemptId: string, @Ctx() ctx: Context): Promise<string> {
    return redeliver(ctx, attemptId);
  }
}

@Resolver(() => WebhookEndpoint)
class EndpointAttemptsResolver {
  @Allow('webhook:read')
  @FieldResolver(() => WebhookAttemptPage, { description: 'What was sent to it, newest first.' })
  attempts(
    @Root() endpoint: WebhookEndpoint,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) which: PageArgs,
    @Arg('outcomes', () => [WebhookOutcome], OUTCOMES) outcomes?: WebhookOutcome[],
  ): Promise<WebhookAttemptPage> {
    return attemptsOf(ctx, endpoint, outcomes, which);
  }
}

function attemptsOf(
  ctx: Context,
  { id: endpointId }: WebhookEndpoint,
  outcomes: readonly WebhookOutcome[] | undefined | null,
  { first, after }: PageArgs,
): Promise<WebhookAttemptPage> {
  const where = outcomes ? { endpointId, outcome: { $in: [...outcomes] } } : { endpointId };
  return page(ctx, WebhookAttempt, where, { first, after }, { id: 'desc' });
}

export const webhookAttemptPart = part(WebhookAttempt, WebhookAttemptResolver, EndpointAttemptsResolver);
