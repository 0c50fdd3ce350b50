import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Delivery } from './webhooks.ts';

/** Something that the vendor's customer does. */
export interface Action {
  /** What is asked for, with what stands there at first. */
  fields: Record<string, string>;
  run(fields: Record<string, string>): unknown;
}

interface Shown {
  name: string;
  show: () => unknown;
  content?: () => string;
  actions: Record<string, Action>;
  faultNames: readonly string[];
  clock: Clock;
  faults: Faults;
  deliveries: () => readonly Delivery[];
  calls: readonly { method: string; path: string }[];
}

const NEWEST = 20;
const MOST_SHOWN = 100_000;
const faultFields = { times: '1', path: '', method: '', status: '', retryAfter: '', retryAs: '', ms: '' };

/** All of a simulator on one page, without scripts. */
export function indexPage({
  name,
  show,
  content,
  actions,
  faultNames,
  clock,
  faults,
  deliveries,
  calls,
}: Shown): string {
  const webhooks = deliveries()
    .slice(-NEWEST)
    .map(({ id, url, attempt, status }) => `${status ?? 'no answer'}  ${url}  ${id}, attempt ${attempt}`);
  const newest = calls.slice(-NEWEST).map(({ method, path }) => `${method} ${path}`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(name)}</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:.5rem 0}
label{display:grid;font-size:.85rem}input,select,button{font:inherit}article{border-top:1px solid #bbb;padding:1rem 0}h2{font-size:1.1rem}small{color:#555}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>${escaped(name)}</h1>
${Object.entries(actions)
  .map(([label, { fields }]) => form(`/actions/${encodeURIComponent(label)}`, label, fields))
  .join('')}
${content?.() ?? `<h2>What it keeps</h2><pre>${escaped(text(show()).slice(0, MOST_SHOWN))}</pre>`}
<h2>Clock</h2><p>${clock.now().toISOString()}</p>${form('/clock', 'Move by milliseconds; 0 is back', { by: '0' })}
<h2>Faults</h2>${form('/faults', 'Order', faultFields, `<label>fault<select name="fault">${faultNames.map((fault) => `<option>${fault}</option>`).join('')}</select></label>`)}
${list(faults.waiting.map((fault) => JSON.stringify(fault)))}
<h2>Webhooks</h2>${list(webhooks.toReversed())}<h2>Calls</h2>${list(newest.toReversed())}</html>`;
}

function form(action: string, label: string, fields: Record<string, string>, first = ''): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<label>${escaped(name)}<input name="${escaped(name)}" value="${escaped(value)}"></label>`,
  );
  return `<form method="post" action="${action}">${first}${inputs.join('')}<button>${escaped(label)}</button></form>`;
}

function list(lines: readonly string[]): string {
  return lines.length ? `<pre>${lines.map(escaped).join('\n')}</pre>` : '<p><small>none</small></p>';
}

function text(state: unknown): string {
  return JSON.stringify(state, undefined, 2) ?? '';
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
