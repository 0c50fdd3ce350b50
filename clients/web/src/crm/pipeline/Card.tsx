import { ActionIcon, Menu } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Icon } from '../../look/Icon.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { Grip } from '../../order/Grip.tsx';
import { draggable } from '../../order/rows.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { Tags } from '../tags/Tag.tsx';
import classes from './Board.module.css';
import type { Opportunity, Stage } from './opportunities.ts';
import { useDayText } from './use-day-text.ts';

interface CardProps {
  card: Opportunity;
  stages: readonly Stage[];
  isFirst: boolean;
  isLast: boolean;
  /** Up or down by one. */
  onStep: (by: -1 | 1) => Promise<void>;
  /** To the top of another stage. */
  onStage: (id: string) => Promise<void>;
}

/** An opportunity on the board. It is dragged by its grip, or moved by its menu and by Shift with the arrows. */
export function Card({ card, stages, isFirst, isLast, onStep, onStage }: CardProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const locale = localeOf(useTenant());
  const dayText = useDayText();
  const { id: open } = useParams();
  const [search] = useSearchParams();
  const { id, side, title, tags, amount, expectedClose, contacts, stage, reason } = card;
  const at = stages.findIndex((each) => each.id === stage.id);

  function onKeyDown(event: KeyboardEvent) {
    if (!event.shiftKey || !mayWrite) return;
    const act = {
      ArrowUp: () => !isFirst && onStep(-1),
      ArrowDown: () => !isLast && onStep(1),
      ArrowLeft: () => stages[at - 1] && onStage(stages[at - 1]?.id ?? ''),
      ArrowRight: () => stages[at + 1] && onStage(stages[at + 1]?.id ?? ''),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    void act();
  }

  return (
    <li
      className={classes.card}
      data-open={id === open || undefined}
      {...(mayWrite && draggable('opportunity', stage.id, id, title))}
    >
      {mayWrite && (
        <span className={classes.grip}>
          <Grip />
        </span>
      )}
      <div className={classes.what}>
        <Link
          to={{ pathname: `/crm/pipeline/${id}`, search: search.toString() }}
          className={classes.title}
          aria-keyshortcuts="Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight"
          onKeyDown={onKeyDown}
        >
          {title}
        </Link>
        <span className={classes.quiet}>{contacts.map(({ name }) => name).join(', ')}</span>
        {tags.length > 0 && <Tags side={side} names={tags} />}
        {reason && <span className={classes.quiet}>{reason}</span>}
        <span className={classes.figures}>
          <span>{amount && formatMoney(amount, locale)}</span>
          <span className={classes.quiet}>{expectedClose && dayText(expectedClose)}</span>
        </span>
      </div>
      {mayWrite && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" size="lg" className={classes.move} aria-label={t('pipeline.move', { title })}>
              <Icon name="swap" size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {!isFirst && <Menu.Item onClick={() => void onStep(-1)}>{t('pipeline.up')}</Menu.Item>}
            {!isLast && <Menu.Item onClick={() => void onStep(1)}>{t('pipeline.down')}</Menu.Item>}
            {stages
              .filter((each) => each.id !== stage.id)
              .map((each) => (
                <Menu.Item key={each.id} onClick={() => void onStage(each.id)}>
                  {t('pipeline.toStage', { stage: each.name })}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
