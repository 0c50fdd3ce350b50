import { ActionIcon, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import { Tags } from '../tags/Tag.tsx';
import classes from './ActivityLine.module.css';
import type { Activity } from './activities.ts';
import { CompleteActivityDocument, ReopenActivityDocument } from './complete.ts';

/** One activity of a list, done with one press where that is possible. */
export function ActivityLine({ activity, isReadOnly = false }: { activity: Activity; isReadOnly?: boolean }) {
  const { t } = useTranslation();
  const mayWrite = useMay('crm:write');
  const { id: open } = useParams();
  const [search] = useSearchParams();
  const { write: complete } = useWrite(CompleteActivityDocument, showTrouble);
  const { write: reopen } = useWrite(ReopenActivityDocument, showTrouble);
  const { id, side, title, type, tags, contact, completedAt } = activity;

  async function finish() {
    if (!(await complete({ id, outcome: null, next: null }))) return;
    showUndo(`activity-${id}`, t('activities.completed', { title }), () => void reopen({ id }));
  }

  return (
    <li className={classes.line} data-open={id === open || undefined}>
      <div className={classes.what}>
        <Link to={{ pathname: `/crm/activities/${id}`, search: search.toString() }} className={list.name}>
          {title}
        </Link>
        <span className={list.quiet}>{[t(`activities.types.${type}`), contact?.name].filter(Boolean).join(' · ')}</span>
        {tags.length > 0 && <Tags side={side} names={tags} />}
      </div>
      <Due activity={activity} />
      {mayWrite && !isReadOnly && !completedAt && (
        <ActionIcon
          variant="default"
          size="lg"
          style={{ zIndex: 1 }}
          aria-label={t('activities.completeOne', { title })}
          onClick={() => void finish()}
        >
          <Icon name="check" size={18} />
        </ActionIcon>
      )}
    </li>
  );
}

function Due({ activity: { dueOn, dueAt, timeZone } }: { activity: Activity }) {
  const { i18n } = useTranslation();
  if (dueOn)
    return (
      <Text size="sm">
        {dateFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(dueOn))}
      </Text>
    );
  if (!dueAt) return <span />;
  const zone = { timeZone: timeZone ?? 'UTC' };
  return (
    <Text size="sm">
      {dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', ...zone }).format(new Date(dueAt))}
    </Text>
  );
}
