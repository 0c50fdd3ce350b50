import type { DemoWhen } from '@mycelium/database/seed-crm';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { zoned } from '../activity/due.ts';
import { Actor } from '../actor/actor.ts';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { AcknowledgedEvent } from '../timeline/acknowledged-event.ts';
import { type EntryKind, type Facts, TimelineEntry } from '../timeline/timeline-entry.ts';
import { toldBy } from './told-by.ts';

/** Somebody who works for the demo tenant. */
export interface DemoPerson {
  id: string;
  timeZone: string;
}

/** What is needed to make the demo's CRM, and what of it there is already. */
export interface Making {
  ctx: Context;
  people: ReadonlyMap<string, DemoPerson>;
  /** Of the tenant. */
  timeZone: string;
  /** The ids of contacts by their keys. */
  contactIds: Map<string, string>;
}

/** So many days from today, at a time of the tenant's clocks. */
export function momentOf({ ctx, timeZone }: Making, { days, time }: DemoWhen): Date {
  const plainTime = Temporal.PlainTime.from(time);
  const moment = dayOf(ctx, days, timeZone).toZonedDateTime({ timeZone, plainTime });
  return new Date(moment.epochMilliseconds);
}

export function dayOf(ctx: Context, days: number, timeZone: string): Temporal.PlainDate {
  return zoned(ctx.now(), timeZone).toPlainDate().add({ days });
}

/** Row columns of what was made then: ids sort by time. */
export function madeAt(at: Date): { id: string; createdAt: Date; updatedAt: Date } {
  return { id: uuidv7({ msecs: at.getTime() }), createdAt: at, updatedAt: at };
}

/** The contact with this key; the tenant itself without one. */
export function subjectOf({ ctx, contactIds }: Making, key: string | undefined): Subject {
  const kind = key === undefined ? SubjectKind.TENANT : SubjectKind.CONTACT;
  const id = key === undefined ? ownTenant(ctx) : contactIds.get(key);
  if (!id) throw new Error(`The demo has no contact ${key}.`);
  return Object.assign(new Subject(), { kind, id });
}

/** The person with this e-mail address as whoever did something; the platform where a demo that is older does not have them. */
export function actorOf({ people }: Making, email: string | undefined): Actor {
  const person = email === undefined ? undefined : people.get(email);
  return Object.assign(new Actor(), person ? { kind: 'user', id: person.id } : { kind: 'gateway', id: 'system' });
}

/** An entry of the timeline. */
interface Entry {
  at: Date;
  kind: EntryKind;
  subject: Subject;
  actor: Actor;
  facts?: Facts;
  relatedId?: string;
  /** The application that told it, if it came over the bus, where it was acknowledged. */
  from?: string;
  /** The tenant's own unless given. */
  side?: Side;
}

/** Writes an entry, and answers the event that said so; of one that came over the bus also that it was acknowledged, by which the timeline is checked. */
export function writeEntry({ ctx }: Making, { at, from, side = Side.TENANT, facts = {}, ...entry }: Entry): string {
  const eventId = uuidv7({ msecs: at.getTime() });
  const acknowledgedAt = from === undefined ? undefined : new Date(at.getTime() + 1_000);
  const told = { eventId, correlationId: eventId, source: from ?? 'crm', acknowledgedAt };
  if (acknowledgedAt)
    create(ctx, AcknowledgedEvent, { ...madeAt(acknowledgedAt), eventId, type: toldBy(entry.kind), acknowledgedAt });
  create(ctx, TimelineEntry, { ...madeAt(at), ...entry, ...told, at, facts, side });
  return eventId;
}
