import { describe, expect, it } from 'vitest';
import type { Content } from './content.ts';
import { mergeChange, mergeContent } from './merge.ts';
import { sampleChange, sampleContent, sampleItem } from './sample-content.ts';

const usd = (amount: number) => ({ __typename: 'Money' as const, amount, currency: 'USD' });
const itemOf = (content: Content, id: string) =>
  content.board?.sections.flatMap(({ items }) => items).find((item) => item.id === id);

describe('a change of the menu', () => {
  it('puts the new price in its place', () => {
    const change = sampleChange('UPDATED', sampleItem('pastor', { version: 4, price: usd(500) }));
    const { content, isComplete } = mergeChange(sampleContent(), change);
    expect(itemOf(content, 'pastor')?.price.amount).toBe(500);
    expect(isComplete).toBe(true);
  });

  it('marks an item sold out', () => {
    const change = sampleChange('AVAILABILITY', sampleItem('pastor', { version: 4, available: false }));
    expect(itemOf(mergeChange(sampleContent(), change).content, 'pastor')?.available).toBe(false);
  });

  it('changes nothing when something newer is shown already', () => {
    const change = sampleChange('UPDATED', sampleItem('pastor', { version: 2, price: usd(100) }));
    const shown = sampleContent();
    expect(mergeChange(shown, change)).toEqual({ content: shown, isComplete: true });
  });

  it('takes a removed item away', () => {
    const change = sampleChange('REMOVED', sampleItem('pastor'), 'gone');
    expect(itemOf(mergeChange(sampleContent(), change).content, 'pastor')).toBeUndefined();
  });

  it('asks for the whole when an item appears in a section of the board', () => {
    const change = sampleChange('CREATED', sampleItem('lengua', { version: 1 }));
    expect(mergeChange(sampleContent(), change).isComplete).toBe(false);
  });

  it('does not care for items of other boards', () => {
    const elsewhere = { __typename: 'MenuSection' as const, id: 'postres' };
    const shown = sampleContent();
    const change = sampleChange('CREATED', sampleItem('flan', { section: elsewhere }));
    expect(mergeChange(shown, change)).toEqual({ content: shown, isComplete: true });
  });

  it('asks for the whole when an item has moved', () => {
    const moved = sampleItem('pastor', { version: 4, section: { __typename: 'MenuSection', id: 'aguas' } });
    expect(mergeChange(sampleContent(), sampleChange('UPDATED', moved)).isComplete).toBe(false);
    expect(mergeChange(sampleContent(), sampleChange('MOVED', sampleItem('pastor'))).isComplete).toBe(false);
  });

  it('brings the tenant by its new name', () => {
    const change = sampleChange('UPDATED', sampleItem('pastor', { version: 4 }));
    const renamed = {
      ...change,
      item: change.item && { ...change.item, tenant: { ...change.item.tenant, name: 'Reinas' } },
    };
    expect(mergeChange(sampleContent(), renamed).content.tenant.name).toBe('Reinas');
  });

  it('is not needed by a screen without a board', () => {
    const shown = { ...sampleContent(), board: null };
    expect(mergeChange(shown, sampleChange('UPDATED', sampleItem('pastor')))).toEqual({
      content: shown,
      isComplete: true,
    });
  });
});

describe('an answer of the server', () => {
  it('is the content', () => {
    const fetched = sampleContent();
    expect(mergeContent(undefined, fetched)).toBe(fetched);
  });

  it('does not bring back what a change has overtaken', () => {
    const { content: shown } = mergeChange(
      sampleContent(),
      sampleChange('UPDATED', sampleItem('pastor', { version: 9, price: usd(900) })),
    );
    expect(itemOf(mergeContent(shown, sampleContent()), 'pastor')?.price.amount).toBe(900);
  });
});
