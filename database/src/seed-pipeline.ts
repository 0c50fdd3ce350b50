import { z } from 'zod';
import { readSeed } from './read-seed.ts';
import type { demoSlugs } from './seed.ts';

/** When something was, counted from the day on which the demo is made. */
const when = z.object({ days: z.int(), time: z.string().default('10:00') });

const opportunitySchema = z.object({
  title: z.string(),
  /** By its name. */
  stage: z.string(),
  /** In minor units. */
  amount: z.int().optional(),
  /** So many days from the day on which the demo is made. */
  expected: z.int().optional(),
  /** By e-mail address. */
  owner: z.string().optional(),
  /** By their keys. */
  contacts: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  since: when,
  closed: when.extend({ reason: z.string().optional() }).optional(),
});

const pipelineSchema = z.object({
  name: z.string(),
  currency: z.string(),
  stages: z.array(z.object({ name: z.string(), kind: z.enum(['OPEN', 'WON', 'LOST']), probability: z.int() })),
  /** From the top of each stage. */
  opportunities: z.array(opportunitySchema),
});

export type DemoOpportunity = z.infer<typeof opportunitySchema>;
export type DemoPipeline = z.infer<typeof pipelineSchema>;

/** The business that may come about at a demo tenant, which names the contacts of its CRM; null for one that has none. */
export function readDemoPipeline(slug: (typeof demoSlugs)[number]): Promise<DemoPipeline | null> {
  return readSeed(slug, 'pipeline', pipelineSchema.nullable());
}
