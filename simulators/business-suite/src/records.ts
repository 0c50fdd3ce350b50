import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Handlers } from './program.ts';

const credits = z.object({ entityId: z.string().optional(), balance: z.number() });
const about = z.looseObject({ entityId: z.string() });

/** What the three programs keep, each in a database of its own. */
export function openRecords() {
  return {
    hr: {
      credits: new Map<string, number>(),
      onboardings: new Map<string, { id: string; email: string; department?: string }>(),
      tasks: [] as { id: string; title: string }[],
    },
    crm: {
      credits: new Map<string, number>(),
      /** What is known of employees, by their ids. */
      employees: new Map<string, Record<string, unknown>>(),
      partnerRates: new Map<string, number>(),
    },
    affiliate: {
      credits: new Map<string, number>(),
      accounts: new Map<string, { id: string; name: string }>(),
    },
  };
}
export type Records = ReturnType<typeof openRecords>;
export type Application = keyof Records;

/** What each program does when it is sent something. What it has no use for it acknowledges. */
export function handlersOf(records: Records): Record<Application, Handlers> {
  const { hr, crm, affiliate } = records;
  const keepCredits =
    (of: Application, answer: string) =>
    (payload: unknown): Record<string, unknown> => {
      const { entityId = of, balance } = credits.parse(payload);
      records[of].credits.set(entityId, balance);
      return { [answer]: balance };
    };
  const balances = (of: Application, answer: string): Handlers => ({
    'credit.allocated': keepCredits(of, answer),
    'credit.consumed': keepCredits(of, answer),
  });
  const keepEmployee = (payload: unknown): Record<string, unknown> => {
    const { entityId, ...facts } = about.parse(payload);
    crm.employees.set(entityId, { ...crm.employees.get(entityId), ...facts });
    return { employeeId: entityId };
  };

  return {
    hr: {
      ...balances('hr', 'hrBalance'),
      'user.created'(payload) {
        const { entityId, email, department } = z
          .object({ entityId: z.string(), email: z.string(), department: z.string().optional() })
          .parse(payload);
        const record = hr.onboardings.get(entityId) ?? { id: randomUUID(), email, department };
        hr.onboardings.set(entityId, record);
        return { onboardingId: record.id };
      },
      'security.alert'(payload) {
        const task = { id: randomUUID(), title: z.object({ title: z.string() }).parse(payload).title };
        hr.tasks.push(task);
        return { taskId: task.id };
      },
    },
    crm: {
      ...balances('crm', 'crmBalance'),
      'employee.updated': keepEmployee,
      'benefits.updated': keepEmployee,
      'commission.updated'(payload) {
        const { entityId, ratePercent } = z.object({ entityId: z.string(), ratePercent: z.number() }).parse(payload);
        crm.partnerRates.set(entityId, ratePercent);
        return { partnerId: entityId, ratePercent };
      },
    },
    affiliate: {
      ...balances('affiliate', 'affiliateBalance'),
      'partner.registered'(payload) {
        const { entityId, name } = z.object({ entityId: z.string(), name: z.string() }).parse(payload);
        const account = affiliate.accounts.get(entityId) ?? { id: randomUUID(), name };
        affiliate.accounts.set(entityId, account);
        return { accountId: account.id };
      },
    },
  };
}
