import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import list from '../look/List.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useArrivals } from './use-arrivals.ts';
import type { LivePages as Pages } from './use-live-pages.ts';

interface LivePagesProps<Data, Node> {
  pages: Pages<Data, Node>;
  label: string;
  /** What stands in place of a list that has nothing. */
  empty: ReactNode;
  row: (node: Node) => ReactNode;
  /** Puts what is here in another order, or leaves some of it out. */
  arrange?: (nodes: readonly Node[]) => readonly Node[];
  className?: string | undefined;
  waiting?: ReactNode;
}

/** A long list that is live, from waiting for it to the button for more of it. */
export function LivePages<Data, Node extends { id: string | null }>({
  pages,
  label,
  empty,
  row,
  arrange = (nodes) => nodes,
  className = list.list,
  waiting = <Waiting />,
}: LivePagesProps<Data, Node>) {
  const { t } = useTranslation();
  const { first, problem, problemBehind, hasMore, isAskingMore, more, askAgain } = pages;
  const nodes = arrange(pages.nodes);
  const rows = useRef<HTMLUListElement>(null);
  useArrivals(rows, nodes, pages.arrived);
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!first && !problem && waiting}
      {first && nodes.length === 0 && !hasMore && empty}
      {nodes.length > 0 && (
        <ul ref={rows} className={className} aria-label={label}>
          {nodes.map((node, place) => (
            <Fragment key={node.id ?? place}>{row(node)}</Fragment>
          ))}
        </ul>
      )}
      {problemBehind && <Trouble problem={problemBehind} onRetry={askAgain} />}
      {hasMore && !problemBehind && (
        <Button variant="default" mt="md" loading={isAskingMore} onClick={more}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}
