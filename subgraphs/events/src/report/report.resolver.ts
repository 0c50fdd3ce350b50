import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { NotFound } from '@mycelium/kit/errors';
import { part } from '@mycelium/kit/part';
import { WithoutDatabase } from '@mycelium/kit/without-database';
import { Settings } from '@mycelium/schema/scalars';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { checkAndPublish } from '../event/publish.ts';
import { readInterAppHealth, readMatrix, readSyncHealth } from '../health/read-health.ts';
import { onBus } from '../on-bus.ts';
import { readUnacknowledged, UnacknowledgedFilter } from '../tracking/unacknowledged.ts';
import { healthReport, interAppReport, matrixReport, type Report, unacknowledgedReport } from './report.ts';

@InputType({ description: 'An event as the programs of the suite report it.' })
export class InterAppEventInput {
  @Field(() => String)
  eventType!: string;

  @Field(() => String, { nullable: true, description: 'Leave out for that of the key, or else that of the type.' })
  sourceApplication?: string;

  @Field(() => String, { nullable: true, description: 'One of the targets of the type; leave out for all.' })
  targetApplication?: string;

  @Field(() => ID, { nullable: true, description: 'What it is about; becomes part of the payload.' })
  entityId?: string;

  @Field(() => Settings, { nullable: true, description: 'The rest of the payload.' })
  eventData?: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Who reports it, for people; becomes part of the payload.' })
  publishedBy?: string;

  @Field(() => String, { nullable: true, description: 'The same key within 24 hours is the same event.' })
  idempotencyKey?: string;
}

/** The paths of the suite tell a key and a person the same of a tenant that is not theirs: that there is none. */
function checkTenantOfPath({ viewer }: Context, tenantId: string): void {
  if (tenantId !== viewer.tenantId) throw new NotFound('Tenant', tenantId);
}

@Resolver()
class ReportResolver {
  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => Settings, { description: '`syncHealth` as the REST path of the suite returns it.' })
  async syncHealthReport(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Report> {
    checkTenantOfPath(ctx, tenantId);
    return healthReport(await onBus(ctx, (redis) => readSyncHealth(redis, tenantId)));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => Settings, { description: '`interAppHealth` as the REST path of the suite returns it.' })
  async interAppHealthReport(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Report> {
    checkTenantOfPath(ctx, tenantId);
    return interAppReport(tenantId, await onBus(ctx, (redis) => readInterAppHealth(redis, tenantId)));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => Settings, { description: '`communicationMatrix` as the REST path of the suite returns it.' })
  async communicationMatrixReport(@Arg('tenantId', () => ID) tenantId: string, @Ctx() ctx: Context): Promise<Report> {
    checkTenantOfPath(ctx, tenantId);
    return matrixReport(await onBus(ctx, (redis) => readMatrix(redis, tenantId)));
  }

  @Allow('events:read')
  @WithoutDatabase()
  @Query(() => Settings, { description: '`unacknowledgedEvents` as the REST path of the suite returns it.' })
  async unacknowledgedEventsReport(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true, description: '`next` of the previous page.' }) after?: string,
    @Arg('filter', () => UnacknowledgedFilter, { nullable: true }) filter?: UnacknowledgedFilter,
  ): Promise<Report> {
    checkTenantOfPath(ctx, tenantId);
    const page = await onBus(ctx, () => readUnacknowledged(ctx, tenantId, { first, after, ...filter }));
    return unacknowledgedReport(tenantId, page);
  }

  @Allow('events:publish')
  @WithoutDatabase()
  @Mutation(() => Settings, { description: '`publishEvent` as the REST path of the suite takes and returns it.' })
  async publishInterAppEvent(
    @Arg('tenantId', () => ID) tenantId: string,
    @Arg('input', () => InterAppEventInput) input: InterAppEventInput,
    @Ctx() ctx: Context,
  ): Promise<Report> {
    checkTenantOfPath(ctx, tenantId);
    const { eventType, sourceApplication, targetApplication, entityId, eventData, publishedBy, idempotencyKey } = input;
    const facts = Object.entries({ entityId, publishedBy }).filter(([, value]) => value != null);
    const asked = {
      ...{ eventType, source: sourceApplication, idempotencyKey },
      targets: targetApplication == null ? undefined : [targetApplication],
      payload: { ...eventData, ...Object.fromEntries(facts) },
    };
    const [event] = await checkAndPublish(ctx, [asked], ['input']);
    return {
      success: true,
      tenantId,
      eventId: event?.eventId,
      eventType: event?.eventType,
      sourceApplication: event?.source,
      targetApplications: event?.targets,
      status: 'published',
    };
  }
}

export const reportPart = part(ReportResolver);
