import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();

  function putItems({ id, name, groupId, nextId }: Drop) {
    const these = chosen?.has(id) ? items.map((item) => item.id).filter((each) => chosen.has(each)) : [id];
    const said = these.length > 1 ? t('menu.manyMoved', { count: these.length }) : t('menu.isMoved', { name });
    void actions.put(these, groupId, nextId, said);
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
