import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Icon } from '../../look/Icon.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { DragOrder } from '../../order/DragOrder.tsx';
import { placeFor } from '../../order/rows.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import classes from './Board.module.css';
import { Card } from './Card.tsx';
import { cardAbove } from './columns.ts';
import type { Opportunity, Pipeline, Stage } from './opportunities.ts';
import { useBoard } from './use-board.ts';
import { useMove } from './use-move.tsx';

/** The stages of a pipeline beside each other, with their cards; on a phone one at a time. */
export function Board({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const board = useRef<HTMLElement>(null);
  const { columns, problem, isHere, hasMore, more, askAgain } = useBoard(pipeline);
  const { move, dialog } = useMove();

  async function put(card: Opportunity, stageId: string, nextId: string | undefined) {
    const to = pipeline.stages.find(({ id }) => id === stageId);
    if (!to) return;
    const below = cardAbove(columns.get(stageId) ?? [], card.id, nextId);
    const column = columns.get(card.stage.id) ?? [];
    const wasBelow = column[column.findIndex(({ id }) => id === card.id) - 1]?.id;
    await move({ card, to, below, wasBelow });
    // It may stand in another column now, and keeps the focus there.
    requestAnimationFrame(() => linkOf(board.current, card.id)?.focus());
  }

  function drop({ id, groupId, nextId }: { id: string; groupId: string; nextId: string | undefined }) {
    const card = [...columns.values()].flat().find((each) => each.id === id);
    if (card) void put(card, groupId, nextId);
  }

  return (
    <>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!isHere && !problem && <Waiting />}
      <section ref={board} className={classes.board} aria-label={pipeline.name}>
        {pipeline.stages.map((stage) => (
          <div key={stage.id} className={classes.column}>
            <ColumnHead stage={stage} />
            <ul
              className={classes.cards}
              aria-label={t('pipeline.inStage', { stage: stage.name })}
              {...placeFor('opportunity', stage.id)}
            >
              {columns.get(stage.id)?.map((card, place, all) => (
                <Card
                  key={card.id}
                  card={card}
                  stages={pipeline.stages}
                  isFirst={place === 0}
                  isLast={place === all.length - 1}
                  onStep={(by) => put(card, stage.id, all[by < 0 ? place - 1 : place + 2]?.id)}
                  onStage={(to) => put(card, to, columns.get(to)?.[0]?.id)}
                />
              ))}
            </ul>
          </div>
        ))}
      </section>
      {hasMore && (
        <Button variant="default" mt="md" onClick={more}>
          {t('action.more')}
        </Button>
      )}
      {mayWrite && <DragOrder list={board} kind="opportunity" mayLeave onDrop={drop} />}
      {dialog}
    </>
  );
}

function ColumnHead({ stage: { id, name, kind, totals } }: { stage: Stage }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const [search] = useSearchParams();
  const locale = localeOf(useTenant());
  const withStage = new URLSearchParams([...search, ['stage', id]]).toString();
  return (
    <header className={classes.head} data-kind={kind}>
      <h2 className={classes.name}>
        {name} <span className={classes.count}>{totals.count}</span>
      </h2>
      {mayWrite && (
        <Link
          to={{ pathname: '/crm/pipeline/new', search: withStage }}
          className={classes.new}
          aria-label={t('pipeline.newIn', { stage: name })}
        >
          <Icon name="plus" size={18} />
        </Link>
      )}
      <span className={classes.sums}>{totals.sums.map((sum) => formatMoney(sum, locale)).join(' · ')}</span>
    </header>
  );
}

const linkOf = (board: HTMLElement | null, id: string) =>
  board?.querySelector<HTMLElement>(`[data-drag-id="${CSS.escape(id)}"] a`);
