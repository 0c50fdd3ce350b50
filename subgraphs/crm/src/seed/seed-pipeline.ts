import { ref } from '@mikro-orm/core';
import type { DemoOpportunity, DemoPipeline } from '@mycelium/database/seed-pipeline';
import { create } from '@mycelium/kit/crud';
import { Contact } from '../contact/contact.ts';
import { Opportunity, OpportunityContact } from '../opportunity/opportunity.ts';
import { letBeFound, ordersOf } from '../opportunity/write-opportunity.ts';
import { Pipeline, PipelineStage, StageKind } from '../pipeline/pipeline.ts';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, dayOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** A pipeline of the demo with what stands in it, each from the top of its stage. */
export async function seedPipeline(making: Making, demo: DemoPipeline): Promise<void> {
  const { ctx } = making;
  const pipeline = create(ctx, Pipeline, { name: demo.name, side: Side.TENANT });
  const stages = demo.stages.map(({ name, kind, probability }, position) =>
    create(ctx, PipelineStage, {
      ...{ name, kind: StageKind[kind], probability, position },
      ...{ side: Side.TENANT, pipeline: ref(pipeline) },
    }),
  );
  for (const [place, each] of demo.opportunities.entries()) {
    const stage = stages.find(({ name }) => name === each.stage);
    if (!stage) throw new Error(`The demo has no stage ${each.stage}.`);
    await seedOpportunity(making, each, { pipeline, stage, rank: place * 2 ** 20, currency: demo.currency });
  }
}

interface At {
  pipeline: Pipeline;
  stage: PipelineStage;
  rank: number;
  currency: string;
}

async function seedOpportunity(making: Making, demo: DemoOpportunity, { currency, stage, ...at }: At): Promise<void> {
  const { ctx, people, timeZone } = making;
  const { title, tags, owner, since, expected, closed, contacts } = demo;
  const amount = demo.amount === undefined ? null : { amount: demo.amount, currency };
  const expectedClose = expected === undefined ? null : dayOf(ctx, expected, timeZone).toString();
  const begun = momentOf(making, since);
  const opportunity = create(ctx, Opportunity, {
    ...{ ...madeAt(begun), title, tags, side: Side.TENANT, rank: at.rank },
    ...{ pipeline: ref(at.pipeline), stage: ref(stage), ownerId: owner && people.get(owner)?.id },
    ...{ amount, expectedClose, ...ordersOf({ amount, expectedClose }) },
    ...(closed && { closedAt: momentOf(making, closed), reason: closed.reason }),
  } as never);
  const subjects = contacts.map((key) => subjectOf(making, key));
  for (const [position, { id }] of subjects.entries())
    create(ctx, OpportunityContact, {
      ...{ ...madeAt(begun), side: Side.TENANT, position },
      ...{ opportunity: ref(opportunity), contact: ref(Contact, id) },
    });
  await ctx.em.flush();
  await letBeFound(ctx, opportunity);
  const said = { actor: actorOf(making, owner), relatedId: opportunity.id };
  const own = Object.assign(new Subject(), { kind: SubjectKind.OPPORTUNITY, id: opportunity.id });
  for (const subject of [own, ...subjects]) {
    writeEntry(making, { ...said, subject, at: begun, kind: EntryKind.OPPORTUNITY_CREATED, facts: { title } });
    if (!closed) continue;
    const kind = stage.kind === StageKind.LOST ? EntryKind.OPPORTUNITY_LOST : EntryKind.OPPORTUNITY_WON;
    const facts = { title, stage: stage.name, ...(closed.reason && { reason: closed.reason }) };
    writeEntry(making, { ...said, subject, at: momentOf(making, closed), kind, facts });
  }
}
