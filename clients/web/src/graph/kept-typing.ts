import { differ, type Typed } from './typed.ts';

/** What is never kept, whatever form it is typed into. */
const secret = /passw|secret|token|credential|apikey|^key$/i;

/** What was typed under this key in this tab, and not saved yet. */
export function keptTyping(key: string): Typed<Record<string, unknown>> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isTyped(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is typed for as long as the tab is open, but for secrets; what is as it was is forgotten. */
export function keepTyping(key: string, { base, draft }: Typed<object>): void {
  const typed = { base: withoutSecrets(base), draft: withoutSecrets(draft) };
  try {
    if (differ(typed.draft, typed.base)) sessionStorage.setItem(key, JSON.stringify(typed));
    else sessionStorage.removeItem(key);
  } catch {
    // No room: it stays in the form.
  }
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const open = Object.entries(value).filter(([name]) => !secret.test(name));
  return Object.fromEntries(open.map(([name, inner]) => [name, withoutSecrets(inner)]));
}

function isTyped(value: unknown): value is Typed<Record<string, unknown>> {
  return isRecord(value) && isRecord(value.base) && isRecord(value.draft);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
