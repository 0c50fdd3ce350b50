import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showContested, showNotUndone, showTrouble, showUndo } from '../look/notify.tsx';
import { moved, putBefore } from '../order/moved.ts';
import { MenuDocument } from './menu.ts';
import { isArranged, type Order, rearranged } from './order.ts';

const ArrangeItemsDocument = graphql(`
  mutation ArrangeItems($sections: [SectionItemsInput!]!) {
    arrangeMenuItems(sections: $sections) {
      id
      items {
        id
        section {
          id
        }
      }
    }
  }
`);

const ReorderSectionsDocument = graphql(`
  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {
    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {
      id
      sections {
        id
      }
    }
  }
`);

const NOTICE = 'order';

/** Where items and sections stand on the menu. An order is taken back only while it is still the one that was given. */
export function useArrange() {
  const { t } = useTranslation();
  const client = useClient();
  const { write: arrange } = useWrite(ArrangeItemsDocument, showTrouble);
  const { write: arrangeBack } = useWrite(ArrangeItemsDocument, showNotUndone);
  const { write: reorder } = useWrite(ReorderSectionsDocument, showTrouble);
  const { write: reorderBack } = useWrite(ReorderSectionsDocument, showNotUndone);

  return useMemo(() => {
    /** What is known of the menu; while that is asked for again, as after a change, its answer. */
    async function menusNow() {
      const { data } = await client.query(MenuDocument, {}, { requestPolicy: 'cache-first' });
      return data?.viewer?.tenant?.menus ?? [];
    }
    async function ordersNow(): Promise<Order[]> {
      const sections = (await menusNow()).flatMap((menu) => menu.sections);
      return sections.map(({ id, items }) => ({ sectionId: id, itemIds: items.map((item) => item.id) }));
    }
    async function sectionsNow(menuId: string): Promise<string[]> {
      const menu = (await menusNow()).find(({ id }) => id === menuId);
      return menu?.sections.map(({ id }) => id) ?? [];
    }

    async function give(wanted: readonly Order[], message: string): Promise<boolean> {
      if (wanted.length === 0) return false;
      const orders = await ordersNow();
      const before = orders.filter(({ sectionId }) => wanted.some((order) => order.sectionId === sectionId));
      if (!(await arrange(inputOf(wanted)))) return false;
      showUndo(NOTICE, message, async () => {
        if (isArranged(await ordersNow(), wanted)) void arrangeBack(inputOf(before));
        else showContested();
      });
      return true;
    }

    /** For who does not see where it stands now, too. */
    const isNow = (name: string, id: string, ids: readonly string[]) =>
      t('menu.isMoved', { name, place: ids.indexOf(id) + 1, all: ids.length });

    async function giveSections(
      menuId: string,
      sectionIds: readonly string[],
      id: string,
      name: string,
    ): Promise<void> {
      const before = await sectionsNow(menuId);
      if (before.join() === sectionIds.join()) return;
      if (!(await reorder({ menuId, sectionIds: [...sectionIds] }))) return;
      showUndo(NOTICE, isNow(name, id, sectionIds), async () => {
        if ((await sectionsNow(menuId)).join() === sectionIds.join()) void reorderBack({ menuId, sectionIds: before });
        else showContested();
      });
    }

    return {
      /** Up or down by some places, in its section. */
      async move(itemId: string, name: string, by: number): Promise<void> {
        const order = (await ordersNow()).find(({ itemIds }) => itemIds.includes(itemId));
        const itemIds = order && moved(order.itemIds, itemId, by);
        if (itemIds) await give([{ ...order, itemIds }], isNow(name, itemId, itemIds));
      },

      /** Before another item of a section, or last in it. */
      async put(item: { id: string; name: string }, sectionId: string, next: string | undefined): Promise<boolean> {
        const wanted = rearranged(await ordersNow(), [item.id], sectionId, next);
        const itemIds = wanted.find((order) => order.sectionId === sectionId)?.itemIds ?? [];
        return give(wanted, isNow(item.name, item.id, itemIds));
      },

      /** The same with several, which keep their order. */
      async putMany(itemIds: readonly string[], sectionId: string, next: string | undefined): Promise<boolean> {
        const wanted = rearranged(await ordersNow(), itemIds, sectionId, next);
        return give(wanted, t('menu.manyMoved', { count: itemIds.length }));
      },

      /** Up or down by some places, in its menu. */
      async moveSection(menuId: string, id: string, name: string, by: number): Promise<void> {
        const sectionIds = moved(await sectionsNow(menuId), id, by);
        if (sectionIds) await giveSections(menuId, sectionIds, id, name);
      },

      /** Before another section of its menu, or last. */
      async putSection(menuId: string, id: string, next: string | undefined, name: string): Promise<void> {
        await giveSections(menuId, putBefore(await sectionsNow(menuId), [id], next), id, name);
      },
    };
  }, [t, client, arrange, arrangeBack, reorder, reorderBack]);
}

const inputOf = (orders: readonly Order[]) => ({
  sections: orders.map(({ sectionId, itemIds }) => ({ sectionId, itemIds: [...itemIds] })),
});
