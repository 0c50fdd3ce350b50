import { Button, Group } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import type { ReactNode } from 'react';
import { Link, Outlet } from 'react-router';
import { Empty } from './Empty.tsx';
import { Icon, type IconName } from './Icon.tsx';
import list from './List.module.css';
import { PageHead } from './PageHead.tsx';
import { Trouble } from './Trouble.tsx';
import { Waiting } from './Waiting.tsx';

interface Way {
  to: string;
  word: string;
}

interface ListPageProps<Row> {
  title: string;
  /** Undefined until they are known. */
  rows: readonly Row[] | undefined;
  problem: Problem | undefined;
  askAgain: () => void;
  /** To what the list is a part of. */
  back: Way;
  /** To a new one, for those who may. */
  create: Way | false;
  empty: { icon: IconName; title: string; text: string };
  /** One of them, as it stands in the list. */
  children: (row: Row) => ReactNode;
  /** What the pages beside the list are given. */
  beside: unknown;
}

/** A short list of all that there is of something, and one of them beside it. */
export function ListPage<Row>({
  title,
  rows,
  problem,
  askAgain,
  back,
  create,
  empty,
  children,
  beside,
}: ListPageProps<Row>) {
  return (
    <>
      <PageHead title={title}>
        <Group gap="sm">
          <Button component={Link} to={back.to} variant="default">
            {back.word}
          </Button>
          {create && (
            <Button component={Link} to={create.to} leftSection={<Icon name="plus" size={18} />}>
              {create.word}
            </Button>
          )}
        </Group>
      </PageHead>
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!rows && !problem && <Waiting shape={['list']} />}
          {rows?.length === 0 && <Empty {...empty} />}
          {rows && rows.length > 0 && (
            <ul className={list.list} aria-label={title}>
              {rows.map(children)}
            </ul>
          )}
        </div>
        {rows && <Outlet context={beside} />}
      </div>
    </>
  );
}
