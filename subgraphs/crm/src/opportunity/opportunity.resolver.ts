import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import {
  opportunityCreated,
  opportunityMoved,
  opportunityRemoved,
  opportunityUpdated,
} from '@mycelium/schema/subgraphs/crm/pipelines';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Pipeline, PipelineStage } from '../pipeline/pipeline.ts';
import { Tenant } from '../references.ts';
import { Side } from '../side/side.ts';
import { contactsOf } from './contacts.ts';
import { findOpportunity, OpportunityFilter, OpportunitySort, pageOfOpportunities } from './find-opportunities.ts';
import { ForecastMonth, forecast } from './forecast.ts';
import { moveOpportunity } from './move-opportunity.ts';
import { Opportunity, OpportunityContact, OpportunityPage } from './opportunity.ts';
import { OpportunityChange, OpportunityChangeKind } from './opportunity-change.ts';
import { CreateOpportunityInput, MoveOpportunityInput, UpdateOpportunityInput } from './opportunity-input.ts';
import { OpportunityStoryResolver } from './opportunity-story.resolver.ts';
import { createOpportunity, removeOpportunity, restoreOpportunity, updateOpportunity } from './write-opportunity.ts';

const kinds: ReadonlyMap<string, OpportunityChangeKind> = new Map([
  [opportunityCreated.name, OpportunityChangeKind.CREATED],
  [opportunityUpdated.name, OpportunityChangeKind.UPDATED],
  [opportunityMoved.name, OpportunityChangeKind.MOVED],
  [opportunityRemoved.name, OpportunityChangeKind.REMOVED],
]);

@Resolver(() => Opportunity)
class OpportunityResolver {
  @Allow('crm:read')
  @Query(() => Opportunity, { nullable: true, description: 'One opportunity; null if there is none with this id.' })
  opportunity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Opportunity | undefined> {
    return findOpportunity(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Opportunity, { description: 'Creates an opportunity, on top of its stage.' })
  createOpportunity(
    @Arg('input', () => CreateOpportunityInput) input: CreateOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<Opportunity> {
    return createOpportunity(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Opportunity, { description: 'Changes an opportunity, but for its stage.' })
  updateOpportunity(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateOpportunityInput) input: UpdateOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<Opportunity> {
    return updateOpportunity(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => Opportunity, {
    description:
      'Puts an opportunity into a stage, and to a place there: it is won or lost, or opened again, by the stage that it comes to.',
  })
  moveOpportunity(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => MoveOpportunityInput) input: MoveOpportunityInput,
    @Ctx() ctx: Context,
  ): Promise<Opportunity> {
    return moveOpportunity(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes an opportunity; it can be restored.' })
  removeOpportunity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeOpportunity(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Opportunity, { description: 'Restores a removed opportunity where it stood.' })
  restoreOpportunity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Opportunity> {
    return restoreOpportunity(ctx, id);
  }

  @Follow(
    () => OpportunityChange,
    [opportunityCreated, opportunityUpdated, opportunityMoved, opportunityRemoved],
    'crm:read',
    "Each change of the tenant's opportunities, as it happens; with `after`, starting with those since then.",
  )
  async opportunityChanged({ type, payload: { opportunityId } }: EventOf<typeof opportunityUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? OpportunityChangeKind.UPDATED;
    return { kind, opportunityId, opportunity: await findOpportunity(ctx, opportunityId) };
  }

  @FieldResolver(() => Pipeline)
  pipeline(@Root() { pipeline }: Opportunity): Promise<Pipeline> {
    return pipeline.loadOrFail();
  }

  @FieldResolver(() => PipelineStage, { description: 'How far it is, and whether it is open, won or lost.' })
  stage(@Root() { stage }: Opportunity): Promise<PipelineStage> {
    return stage.loadOrFail();
  }

  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [Contact], { description: 'With whom it is, the most important first.' })
  contacts(@Root() opportunity: Opportunity, @Ctx() ctx: Context): Promise<Contact[]> {
    return contactsOf(ctx, opportunity);
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Opportunity): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantOpportunitiesResolver {
  @Allow('crm:read')
  @FieldResolver(() => OpportunityPage, { description: 'Its opportunities, by when they are expected unless sorted.' })
  opportunities(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => OpportunityFilter, { nullable: true }) filter?: OpportunityFilter,
    @Arg('sort', () => OpportunitySort, { nullable: true, description: 'Left out, EXPECTED_CLOSE.' })
    sort?: OpportunitySort,
  ): Promise<OpportunityPage> {
    return pageOfOpportunities(ctx, tenant.id, { filter, sort }, { first, after });
  }

  @Allow('crm:read')
  @Directive('@listSize(assumedSize: 12)')
  @FieldResolver(() => [ForecastMonth], {
    description:
      'What is open, by the month in which it is expected and by currency, the earliest first; at most 240 of them.',
  })
  forecast(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Arg('pipeline', () => ID, { nullable: true, description: 'Of this pipeline; left out, of all.' })
    pipeline?: string,
    @Arg('side', () => Side, { nullable: true, description: 'Of which book.' }) side?: Side,
  ): Promise<ForecastMonth[]> {
    return forecast(ctx, tenant.id, { pipeline, side });
  }
}

@Resolver(() => Contact)
class ContactOpportunitiesResolver {
  @Allow('crm:read')
  @FieldResolver(() => OpportunityPage, { description: 'The opportunities with them, by when they are expected.' })
  opportunities(
    @Root() { id, tenantId }: Contact,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only open ones, or only those that were won or lost.' })
    open?: boolean,
  ): Promise<OpportunityPage> {
    return pageOfOpportunities(ctx, tenantId, { filter: { contact: id, open } }, { first, after });
  }
}

export const opportunityPart = part(
  Opportunity,
  OpportunityContact,
  ...[OpportunityResolver, OpportunityStoryResolver, TenantOpportunitiesResolver, ContactOpportunitiesResolver],
);
