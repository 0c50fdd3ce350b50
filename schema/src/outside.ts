import { z } from 'zod';
import { eventType } from './event-type.ts';

/** The applications of the business suite that are programs outside: no subgraph answers for them. */
export const applications = {
  hr: 'Human resources: employees, their benefits and their tasks.',
} as const;

const entity = z.looseObject({ entityId: z.string() });

export const employeeUpdated = eventType({
  name: 'employee.updated',
  description: 'The record of an employee was changed.',
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});

export const benefitsUpdated = eventType({
  name: 'benefits.updated',
  description: "An employee's benefits have changed.",
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});
