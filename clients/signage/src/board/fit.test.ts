import { describe, expect, it } from 'vitest';
import { columnsFor, fit, type Trial, textStyles } from './fit.ts';

/** A board of so many rows, each two text sizes high (four when described), on a screen of 1000 pixels. */
function trialsOf(rows: number): Trial[] {
  return textStyles.map((style) => {
    const textSize = 1000 / style.part;
    const row = textSize * (style.withDescriptions ? 4 : 2);
    return {
      style,
      textSize,
      sections: [{ id: 'tacos', title: textSize, rows: Array(rows).fill(row) }],
      frame: { columns: 2, height: 1000, gap: 0 },
    };
  });
}

describe('the size of the text', () => {
  it.each([
    [4, { part: 24, withDescriptions: true }],
    [20, { part: 24, withDescriptions: false }],
    [28, { part: 29, withDescriptions: false }],
    [34, { part: 36, withDescriptions: false }],
  ])('of %i items is as rich as one page allows', (rows, style) => {
    const found = fit(trialsOf(rows));
    expect(found?.style).toEqual(style);
    expect(found?.pages).toHaveLength(1);
  });

  it('grows again when there are more pages than one anyhow', () => {
    const found = fit(trialsOf(40));
    expect(found?.pages).toHaveLength(2);
    expect(found?.style.part).toBe(24);
  });

  it('leaves what room there is in the fullest column to its rows', () => {
    expect(fit(trialsOf(34))?.air).toEqual([1]);
    expect(fit(trialsOf(2))?.air).toEqual([20]);
  });
});

describe('the columns of a screen', () => {
  it.each([
    [1834, 30, 3, 3],
    [1834, 45, 4, 2],
    [994, 37, 3, 1],
    [200, 45, 3, 1],
  ])('%i pixels wide, at %i pixels text, of %i wanted are %i', (width, textSize, wanted, columns) => {
    expect(columnsFor(width, textSize, wanted)).toBe(columns);
  });
});
