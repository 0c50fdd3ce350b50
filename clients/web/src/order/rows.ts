import type { Group, Span } from './place.ts';

/** What a row says of itself, so that it can be dragged; rows of one kind are in one order, or in groups that have one each. */
export function draggable(kind: string, groupId: string, id: string, name: string) {
  return { 'data-drag': kind, 'data-drag-in': groupId, 'data-drag-id': id, 'data-drag-name': name };
}

/** What a place says of itself in which rows of a kind stand, also when it has none. */
export function placeFor(kind: string, groupId: string) {
  return { 'data-drop': kind, 'data-drop-id': groupId };
}

export function rowOf(list: HTMLElement, kind: string, id: string): HTMLElement | undefined {
  return rowsIn(list, kind).find(({ dataset }) => dataset.dragId === id);
}

/** The groups as they are on the page now, with their rows; only that of a row where nothing may leave its group. */
export function groupsIn(list: HTMLElement, kind: string, only: string | undefined): Group[] {
  const groups = new Map<string, Group & { rows: Span[] }>();
  for (const place of list.querySelectorAll<HTMLElement>(`[data-drop="${kind}"]`)) {
    const id = place.dataset.dropId ?? '';
    groups.set(id, { ...areaOf(place, id), rows: [] });
  }
  for (const row of rowsIn(list, kind)) {
    const { dragIn = '', dragId = '' } = row.dataset;
    const span = spanOf(row, dragId);
    const group = groups.get(dragIn) ?? { ...areaOf(row, dragIn), rows: [] };
    const bottom = Math.max(group.bottom, span.bottom);
    groups.set(dragIn, { ...group, bottom, rows: [...group.rows, span] });
  }
  return [...groups.values()].filter(({ id }) => only === undefined || id === only);
}

const rowsIn = (list: HTMLElement, kind: string) => [...list.querySelectorAll<HTMLElement>(`[data-drag="${kind}"]`)];

function areaOf(element: HTMLElement, id: string): Omit<Group, 'rows'> {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return { id, top, bottom, left, right };
}

function spanOf(element: HTMLElement, id: string): Span {
  const { top, bottom } = element.getBoundingClientRect();
  return { id, top, bottom };
}
