import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredSection, pack } from './pack.ts';

const section = (id: string, rows: number, row = 10): MeasuredSection => ({
  id,
  title: 20,
  rows: Array(rows).fill(row),
});
const frame = { columns: 3, height: 100, gap: 10 };

describe('packing a board', () => {
  it('has no page when there is nothing to show', () => {
    expect(pack([], frame)).toEqual([]);
    expect(pack([section('empty', 0)], frame)).toEqual([]);
  });

  it('keeps each section whole when one fits into each column', () => {
    expect(pack([section('tacos', 6), section('tortas', 6), section('sopas', 6)], frame)).toEqual([
      [
        [{ sectionId: 'tacos', from: 0, to: 6 }],
        [{ sectionId: 'tortas', from: 0, to: 6 }],
        [{ sectionId: 'sopas', from: 0, to: 6 }],
      ],
    ]);
  });

  it('tears a section that is longer than a column, and leaves no row alone', () => {
    const [page] = pack([section('tacos', 9)], frame);
    expect(page?.flat().map(({ sectionId }) => sectionId)).toEqual(['tacos', 'tacos', 'tacos']);
    expect(page?.flat().every(({ from, to }) => to - from >= 2)).toBe(true);
  });

  it('spreads sections over the columns rather than leaving one empty', () => {
    const [page] = pack([section('a', 2), section('b', 2), section('c', 2)], frame);
    expect(page).toHaveLength(3);
  });

  it('turns to another page only when one is not enough', () => {
    const sections = ['a', 'b', 'c', 'd'].map((id) => section(id, 7));
    expect(pack(sections.slice(0, 3), frame)).toHaveLength(1);
    expect(pack(sections, frame)).toHaveLength(2);
  });

  it('gives a row that is higher than the screen a column of its own', () => {
    expect(pack([section('giant', 2, 500)], frame).flat()).toHaveLength(2);
  });

  it('shows every row once, in order, within the height', () => {
    const sections = fc.array(
      fc.record({
        title: fc.integer({ min: 5, max: 20 }),
        rows: fc.array(fc.integer({ min: 5, max: 40 }), { maxLength: 14 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sections, fc.integer({ min: 1, max: 4 }), (measured, columns) => {
        const named = measured.map((each, at) => ({ ...each, id: String(at) }));
        const packed = pack(named, { ...frame, columns });
        const rows = packed
          .flat(2)
          .flatMap(({ sectionId, from, to }) =>
            named[Number(sectionId)]?.rows.slice(from, to).map((_, at) => `${sectionId}.${from + at}`),
          );
        expect(rows).toEqual(named.flatMap(({ id, rows: all }) => all.map((_, at) => `${id}.${at}`)));
        for (const column of packed.flat()) {
          const heights = column.map(({ sectionId, from, to }) => {
            const { title = 0, rows: all = [] } = named[Number(sectionId)] ?? {};
            return all.slice(from, to).reduce((sum, height) => sum + height, title);
          });
          expect(heights.reduce((sum, height) => sum + height, (column.length - 1) * frame.gap)).toBeLessThanOrEqual(
            100,
          );
        }
      }),
    );
  });
});
