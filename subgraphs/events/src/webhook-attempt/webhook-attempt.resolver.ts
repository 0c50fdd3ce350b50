import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { WebhookEndpoint } from '../webhook-endpoint/webhook-endpoint.ts';
import { redeliver } from './redeliver.ts';
import { WebhookAttempt, WebhookAttemptPage, WebhookOutcome } from './webhook-attempt.ts';

@Resolver()
class WebhookAttemptResolver {
  @Allow('webhook:read')
  @Query(() => WebhookAttemptPage, { description: 'What was sent to an endpoint, newest first.' })
  async webhookAttempts(
    @Arg('endpointId', () => ID) endpointId: string,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('outcomes', () => [WebhookOutcome], {
      nullable: true,
      description: 'Only those that ended in one of these ways.',
    })
    outcomes?: WebhookOutcome[],
  ): Promise<WebhookAttemptPage> {
    const { id } = await read(ctx, WebhookEndpoint, endpointId);
    const where = outcomes ? { endpointId: id, outcome: { $in: outcomes } } : { endpointId: id };
    return page(ctx, WebhookAttempt, where, { first, after }, { id: 'desc' });
  }

  @Allow('webhook:write')
  @Mutation(() => ID, { description: 'Sends the message of an attempt once more, under its id; answers that id.' })
  redeliverWebhook(@Arg('attemptId', () => ID) attemptId: string, @Ctx() ctx: Context): Promise<string> {
    return redeliver(ctx, attemptId);
  }
}

export const webhookAttemptPart = part(WebhookAttempt, WebhookAttemptResolver);
