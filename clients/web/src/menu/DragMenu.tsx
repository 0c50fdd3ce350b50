import type { RefObject } from 'react';
import { DragOrder } from '../order/DragOrder.tsx';
import type { Drop } from '../order/follow-drags.ts';
import type { Item } from './menu.ts';
import type { ItemActions } from './use-item-actions.ts';

interface DragMenuProps {
  list: RefObject<HTMLElement | null>;
  /** All of them, in their order. */
  items: readonly Item[];
  chosen: ReadonlySet<string> | undefined;
  actions: ItemActions;
}

/** Items are dragged within their section or to another one, a chosen one with all that are chosen; sections within their menu. */
export function DragMenu({ list, items, chosen, actions }: DragMenuProps) {
  function putItems({ id, name, groupId, nextId }: Drop) {
    const these = chosen?.has(id) ? items.map((item) => item.id).filter((each) => chosen.has(each)) : [id];
    if (these.length > 1) void actions.putMany(these, groupId, nextId);
    else void actions.put({ id, name }, groupId, nextId);
  }

  return (
    <>
      <DragOrder list={list} kind="item" mayLeave onDrop={putItems} />
      <DragOrder
        list={list}
        kind="section"
        onDrop={({ id, name, groupId, nextId }) => void actions.putSection(groupId, id, nextId, name)}
      />
    </>
  );
}
