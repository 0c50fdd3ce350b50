import { describe, expect, it } from 'vitest';
import { mergeChange } from '../content/merge.ts';
import { sampleChange, sampleContent, sampleItem } from '../content/sample-content.ts';
import { geometryOf, viewOf } from './board-view.ts';

const rowsOf = (content = sampleContent()) => viewOf(content)?.sections.flatMap(({ rows }) => rows) ?? [];

describe('a printed board', () => {
  it('greys what is sold out, with the word in both languages', () => {
    expect(
      rowsOf()
        .filter(({ isSoldOut }) => isSoldOut)
        .map(({ id }) => id),
    ).toEqual(['suadero']);
    expect(viewOf(sampleContent())?.soldOutWords).toEqual(['Agotado', 'Sold out']);
  });

  it('leaves out what is sold out when the board says so', () => {
    expect(rowsOf(sampleContent({ soldOut: 'HIDE' })).map(({ id }) => id)).toEqual(['pastor', 'jamaica']);
  });

  it('is nothing without a board, without sections, or with empty sections', () => {
    expect(viewOf({ ...sampleContent(), board: null })).toBeUndefined();
    expect(viewOf(sampleContent({ sections: [] }))).toBeUndefined();
    const sections = sampleContent().board?.sections.map((section) => ({ ...section, items: [] })) ?? [];
    expect(viewOf(sampleContent({ sections }))).toBeUndefined();
  });

  it('speaks the languages of the board, else those of the tenant', () => {
    expect(rowsOf(sampleContent({ languages: ['en'] }))[0]?.name).toEqual({ first: 'pastor en', second: undefined });
    expect(rowsOf(sampleContent({ languages: [] }))[0]?.name).toEqual({ first: 'pastor es', second: 'pastor en' });
  });

  it('names only the allergens that are on it, by their letters', () => {
    const change = sampleChange('UPDATED', sampleItem('pastor', { version: 4, allergens: ['MILK', 'GLUTEN'] }));
    const { content } = mergeChange(sampleContent(), change);
    expect(rowsOf(content)[0]?.letters).toBe('a g');
    expect(viewOf(content)?.legend).toEqual([
      { letter: 'a', words: ['gluten'] },
      { letter: 'g', words: ['leche', 'milk'] },
    ]);
  });
});

describe('the geometry of a board', () => {
  it('stays when a price changes or an item is sold out', () => {
    const before = sampleContent();
    const price = { __typename: 'Money' as const, amount: 475, currency: 'USD' };
    const change = sampleChange('UPDATED', sampleItem('pastor', { version: 4, price, available: false }));
    expect(geometry(mergeChange(before, change).content)).toBe(geometry(before));
  });

  it('changes with a name, and with a wider price', () => {
    const longer = sampleChange('UPDATED', sampleItem('pastor', { version: 4, names: [] }));
    const price = { __typename: 'Money' as const, amount: 12_345, currency: 'USD' };
    const wider = sampleChange('UPDATED', sampleItem('pastor', { version: 4, price }));
    for (const change of [longer, wider]) {
      expect(geometry(mergeChange(sampleContent(), change).content)).not.toBe(geometry(sampleContent()));
    }
  });

  function geometry(content: ReturnType<typeof sampleContent>): string {
    const view = viewOf(content);
    return view ? geometryOf(view) : '';
  }
});
