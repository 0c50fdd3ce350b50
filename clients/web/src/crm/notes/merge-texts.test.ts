import { expect, test } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

const before = '# Molino\n\nDelivers on Tuesdays.\nMinimum 20 kg.';

test('what each changed is taken', () => {
  const mine = before.replace('Tuesdays', 'Wednesdays');
  const theirs = `${before}\nPays in cash.`.replace('# Molino', '# Molino Real');
  expect(mergeTexts(before, mine, theirs)).toEqual({
    text: '# Molino Real\n\nDelivers on Wednesdays.\nMinimum 20 kg.\nPays in cash.',
    both: 0,
  });
});

test('lines beside each other that each rewrote one of are apart', () => {
  const list = '- maize\n- beans\n- lime';
  const [mine, theirs] = [list.replace('maize', 'blue maize'), list.replace('beans', 'black beans')];
  expect(mergeTexts(list, mine, theirs)).toEqual({ text: '- blue maize\n- black beans\n- lime', both: 0 });
  expect(mergeTexts(list, `${mine}\n- salt`, theirs.replace('- lime', '- chalk')).both).toBeGreaterThan(0);
});

test('where both changed the same line, both are kept, and it is said', () => {
  const [mine, theirs] = [before.replace('20', '30'), before.replace('20', '25')];
  expect(mergeTexts(before, mine, theirs)).toEqual({
    text: '# Molino\n\nDelivers on Tuesdays.\nMinimum 25 kg.\nMinimum 30 kg.',
    both: 1,
  });
  expect(mergeTexts(before, mine, mine)).toEqual({ text: mine, both: 0 });
});

test('a text of many lines is merged at once', () => {
  const many = Array.from({ length: 8_000 }, (_, line) => `Line ${line}`);
  const changed = (at: number) => many.map((line, place) => (place === at ? 'changed' : line)).join('\n');
  const merged = mergeTexts(many.join('\n'), changed(10), changed(7_000));
  expect(merged.both).toBe(0);
  expect(merged.text.match(/changed/g)).toHaveLength(2);
});
