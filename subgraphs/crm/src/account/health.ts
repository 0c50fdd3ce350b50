import { AccountStage } from './account-stage.ts';
import type { HeardSign } from './hear-signs.ts';
import { type AccountReason, ReasonCode } from './reason.ts';

/** What is known of an account. */
export interface Known {
  stage: AccountStage;
  /** Since when the tenant is a customer. */
  since: Date;
  lastContactAt: Date | undefined;
  /** How much the staff are late with. */
  overdue: number;
  signs: readonly HeardSign[];
  now: Date;
}

export interface Judged {
  health: number;
  /** The heaviest first. */
  reasons: AccountReason[];
}

const DAY_MS = 24 * 60 * 60_000;
/** How long nobody may have spoken with a customer. */
const SILENT_DAYS = 30;
/** What the same reason costs at most, however many there are of it. */
const MOST: Readonly<Partial<Record<ReasonCode, number>>> = { [ReasonCode.SYNC_FAILING]: 50 };

/** 100 less the weights of the reasons, and not below 0. */
export function judge(known: Known): Judged {
  const reasons = [...ofSigns(known), ...ofContact(known), ...ofActivities(known)]
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.code.localeCompare(other.code));
  const lost = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { health: Math.max(0, 100 - lost), reasons };
}

function ofSigns({ signs, now }: Known): AccountReason[] {
  const spent = new Map<ReasonCode, number>();
  return signs.map(({ code, asOf, ...told }) => {
    const days = told.since === undefined ? undefined : daysBetween(new Date(told.since), now);
    const before = spent.get(code) ?? 0;
    const weight = Math.min(weightOf(code, told.count ?? 1, days ?? 0), (MOST[code] ?? 100) - before);
    spent.set(code, before + weight);
    return { code, weight, ...told, days, asOf };
  });
}

/** What stands for how much: what guests notice, and what lasts, weighs most. */
function weightOf(code: ReasonCode, count: number, days: number): number {
  switch (code) {
    case ReasonCode.SYNC_FAILING:
      return Math.min(40, 20 + 5 * days);
    case ReasonCode.SCREEN_DARK:
      return Math.min(30, 8 + 2 * count + 4 * days);
    case ReasonCode.MENU_SOLD_OUT:
      return 25;
    case ReasonCode.EVENTS_UNACKNOWLEDGED:
      return Math.min(20, 4 + count + 2 * days);
    case ReasonCode.EVENTS_FAILED:
      return Math.min(15, 4 + count);
    case ReasonCode.NO_CONTACT:
    case ReasonCode.ACTIVITIES_OVERDUE:
      return 0;
  }
}

function ofContact({ stage, since, lastContactAt, now }: Known): AccountReason[] {
  if (stage === AccountStage.LEFT) return [];
  const last = lastContactAt ?? since;
  const days = daysBetween(last, now);
  if (days <= SILENT_DAYS) return [];
  const weight = Math.min(30, 10 * Math.floor(days / SILENT_DAYS));
  return [{ code: ReasonCode.NO_CONTACT, weight, days, since: last.toISOString(), path: '/crm/notes', asOf: at(now) }];
}

function ofActivities({ overdue, now }: Known): AccountReason[] {
  if (overdue === 0) return [];
  const weight = Math.min(15, 5 * overdue);
  return [
    { code: ReasonCode.ACTIVITIES_OVERDUE, weight, count: overdue, path: '/crm/activities?due=OVERDUE', asOf: at(now) },
  ];
}

const at = (moment: Date): string => moment.toISOString();

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}
