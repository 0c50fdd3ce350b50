import type { Command } from './area.ts';

const MOST = 6;
const keyOf = (tenantId: string) => `mycelium.recent.${tenantId}`;

type Kept = Required<Pick<Command, 'key' | 'path' | 'label' | 'detail' | 'icon'>>;

/** Where somebody has gone by the command field, newest first, in this browser and for this tenant. */
export function recentCommands(tenantId: string): Command[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(tenantId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** What leads nowhere, such as an action, is not kept. */
export function noteRecent(tenantId: string, { key, path, label, detail, icon }: Command): void {
  if (path === undefined) return;
  const others = recentCommands(tenantId).filter((each) => each.key !== key);
  localStorage.setItem(keyOf(tenantId), JSON.stringify([{ key, path, label, detail, icon }, ...others].slice(0, MOST)));
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { key, path, label, detail, icon } = value as Record<string, unknown>;
  return [key, path, label, detail, icon].every((part) => typeof part === 'string') && String(path).startsWith('/');
}
