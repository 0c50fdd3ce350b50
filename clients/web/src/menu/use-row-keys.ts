import { useHotkeys } from '@mantine/hooks';
import type { RefObject } from 'react';
import { bringNear } from '../look/use-near.ts';

const rowsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-item]')];
const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('[data-row-link]');
const priceOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('[data-price]');

/** `/` searches, arrows go from row to row, `e` edits the price, `s` marks sold out; nothing while something is typed. */
export function useRowKeys(list: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>) {
  const current = () => document.activeElement?.closest<HTMLElement>('[data-item]') ?? undefined;
  const isTyping = () => document.activeElement?.matches('input, textarea, select') ?? false;
  const isCovered = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

  function step(by: number) {
    if (!list.current || isCovered()) return;
    const row = current();
    const isInPrice = document.activeElement?.matches('[data-price]') ?? false;
    if (isTyping() && !isInPrice && document.activeElement !== search.current) return;
    const rows = rowsIn(list.current);
    const next = row ? rows[rows.indexOf(row) + by] : rows[0];
    if (next) bringNear(next);
    const target = isInPrice ? priceOf(next) : linkOf(next);
    target?.focus();
  }

  function act(action: (row: HTMLElement) => void) {
    const row = current();
    if (row && !isTyping() && !isCovered()) action(row);
  }

  useHotkeys(
    [
      ['ArrowDown', () => step(1)],
      ['ArrowUp', () => step(-1)],
    ],
    [],
  );
  useHotkeys([
    ['/', () => search.current?.focus()],
    ['e', () => act((row) => priceOf(row)?.focus())],
    ['s', () => act((row) => row.querySelector<HTMLElement>('[role="switch"]')?.click())],
  ]);
}
