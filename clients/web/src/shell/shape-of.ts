import type { Shape } from '../look/Waiting.tsx';
import type { Area, AreaPage } from './area.ts';

const LIST: Shape = ['list'];

/** What a page looks like while it is on its way: below what stands above each of its area, or the whole of it. */
export function shapeOf(area: Area, page: AreaPage | undefined, how: 'whole' | 'below'): Shape {
  const own = page?.shape ?? area.shape ?? LIST;
  return how === 'whole' ? [...(area.above ?? []), ...own] : own;
}
