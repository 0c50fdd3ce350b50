import { type RefObject, useCallback, useRef, useState } from 'react';

/** The rows that are chosen, to do something with all of them; nothing while nobody chooses. */
export function useChosen(list: RefObject<HTMLElement | null>) {
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const last = useRef<string>(undefined);

  /** One row; with Shift all from the one before to it. */
  const choose = useCallback(
    (id: string, isRange: boolean) => {
      const inOrder = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].map(
        ({ dataset }) => dataset.item ?? '',
      );
      const range = isRange && last.current ? between(inOrder, last.current, id) : [id];
      last.current = id;
      setIds((before = new Set()) => {
        const after = new Set(before);
        for (const each of range) {
          if (before.has(id)) after.delete(each);
          else after.add(each);
        }
        return after;
      });
    },
    [list],
  );

  return {
    ids,
    choose,
    begin: () => setIds(new Set()),
    end: () => setIds(undefined),
  };
}

function between(inOrder: readonly string[], one: string, other: string): string[] {
  const [from = 0, to = 0] = [inOrder.indexOf(one), inOrder.indexOf(other)].toSorted((a, b) => a - b);
  return inOrder.slice(from, to + 1);
}
