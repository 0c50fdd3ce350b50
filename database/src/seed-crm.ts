import { z } from 'zod';
import { readSeed } from './read-seed.ts';
import type { demoSlugs } from './seed.ts';

/** When something was or will be, counted from the day on which the demo is made, by the clocks of the tenant. */
const when = z.object({ days: z.int(), time: z.string().default('10:00') });
const way = z.object({ value: z.string(), label: z.string().optional() });

const contactSchema = z.object({
  /** By which the rest of the file names it. */
  key: z.string(),
  kind: z.enum(['PERSON', 'ORGANISATION', 'USER']),
  name: z.string(),
  company: z.string().optional(),
  role: z.string().optional(),
  department: z.string().optional(),
  mails: z.array(way).default([]),
  phones: z.array(way).default([]),
  addresses: z.array(z.record(z.string(), z.string())).default([]),
  tags: z.array(z.string()).default([]),
  /** By e-mail address, as all people of the tenant. */
  owner: z.string().optional(),
  doNotContact: z.string().optional(),
  since: when,
  /** What HR told of them. */
  employee: z.object({ id: z.string(), position: z.string(), plan: z.string() }).optional(),
});

const activitySchema = z.object({
  type: z.enum(['CALL', 'EMAIL', 'MEETING', 'TASK', 'VISIT', 'DEMO', 'OTHER']),
  title: z.string(),
  description: z.string().optional(),
  /** The key of a contact; the tenant itself if left out. */
  about: z.string().optional(),
  assignee: z.string().optional(),
  tags: z.array(z.string()).default([]),
  durationMinutes: z.int().optional(),
  since: when,
  /** A day, or with a time a moment. */
  due: z.object({ days: z.int(), time: z.string().optional() }).optional(),
  repeat: z.string().optional(),
  done: when.extend({ outcome: z.string().optional() }).optional(),
});

const noteSchema = z.object({
  about: z.string().optional(),
  author: z.string(),
  /** A mention names its person by e-mail address. */
  content: z.string(),
  tags: z.array(z.string()).default([]),
  pinned: z.boolean().default(false),
  at: when,
});

const partnerSchema = z.object({
  contact: z.string(),
  since: when,
  ratePercent: z.number(),
  payouts: z.array(
    z.object({ kind: z.enum(['REFERRAL', 'COMMISSION']), amount: z.int(), currency: z.string(), at: when }),
  ),
});

/** What the bus would have told. */
const toldSchema = z.object({
  kind: z.string(),
  source: z.string(),
  about: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  at: when,
});

/** What the platform's staff keep about the tenant. */
const accountSchema = z.object({
  stage: z.enum(['PROSPECT', 'ONBOARDING', 'ACTIVE', 'AT_RISK', 'LEAVING', 'LEFT']),
  since: when,
  notes: z.array(noteSchema.omit({ about: true, author: true })),
});

const crmSchema = z.object({
  contacts: z.array(contactSchema),
  activities: z.array(activitySchema).default([]),
  notes: z.array(noteSchema).default([]),
  partners: z.array(partnerSchema).default([]),
  told: z.array(toldSchema).default([]),
  account: accountSchema,
});

export type DemoWhen = z.infer<typeof when>;
export type DemoContact = z.infer<typeof contactSchema>;
export type DemoActivity = z.infer<typeof activitySchema>;
export type DemoNote = z.infer<typeof noteSchema>;
export type DemoPartner = z.infer<typeof partnerSchema>;
export type DemoTold = z.infer<typeof toldSchema>;
export type DemoAccount = z.infer<typeof accountSchema>;
export type DemoCrm = z.infer<typeof crmSchema>;

/** Whom a demo tenant deals with, and what there is to do. */
export function readDemoCrm(slug: (typeof demoSlugs)[number]): Promise<DemoCrm> {
  return readSeed(slug, 'crm', crmSchema);
}
