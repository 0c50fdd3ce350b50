import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyVariables, UseQueryArgs } from 'urql';
import list from '../look/List.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useLiveQuery } from './use-live-query.ts';

interface Page<Node> {
  edges: readonly { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

interface Pages<Data, Variables extends AnyVariables, Node> {
  ask: (after: string | null) => UseQueryArgs<Variables, Data>;
  read: (data: Data) => Page<Node> | undefined;
  row: (node: Node) => ReactNode;
}

interface End {
  hasMore: boolean;
  isAsking: boolean;
}

/**
 * A long list, page after page, all of it fresh: a page begins where the one before ends now, so that whatever comes or
 * leaves meanwhile, no row is missed and none is shown twice. What is wrong with the first page its owner says.
 */
export function LivePages<Data, Variables extends AnyVariables, Node>({
  label,
  className = list.list,
  ...pages
}: Pages<Data, Variables, Node> & { label: string; className?: string | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(1);
  const [{ hasMore, isAsking }, setEnd] = useState<End>({ hasMore: false, isAsking: true });
  return (
    <>
      <ul className={className} aria-label={label}>
        <PageRows {...pages} after={null} following={open - 1} onEnd={setEnd} />
      </ul>
      {(hasMore || (isAsking && open > 1)) && (
        <Button variant="default" mt="md" loading={isAsking} onClick={() => setOpen(open + 1)}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}

/** The rows of one page and of those that follow it. */
function PageRows<Data, Variables extends AnyVariables, Node>({
  after,
  following,
  onEnd,
  ...pages
}: Pages<Data, Variables, Node> & { after: string | null; following: number; onEnd: (end: End) => void }) {
  const { data, problem, isAsking, askAgain } = useLiveQuery(pages.ask(after));
  const page = data && pages.read(data);
  const hasMore = page?.pageInfo.hasNextPage ?? false;
  const isLast = following === 0 || (page !== undefined && !hasMore);
  const isFirstAnswer = page === undefined && isAsking;
  useEffect(() => {
    if (isLast || isFirstAnswer) onEnd({ hasMore, isAsking: isFirstAnswer });
  }, [isLast, hasMore, isFirstAnswer, onEnd]);
  return (
    <>
      {after && problem && (
        <li>
          <Trouble problem={problem} onRetry={askAgain} />
        </li>
      )}
      {page?.edges.map(({ cursor, node }) => (
        <Fragment key={cursor}>{pages.row(node)}</Fragment>
      ))}
      {following > 0 && hasMore && (
        <PageRows {...pages} after={page?.pageInfo.endCursor ?? null} following={following - 1} onEnd={onEnd} />
      )}
    </>
  );
}
