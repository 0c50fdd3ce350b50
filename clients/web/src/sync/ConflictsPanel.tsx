import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import { Panel } from '../look/Panel.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { ConflictsDocument, type SyncConflict } from './conflicts.ts';
import classes from './SyncPanel.module.css';
import { useItemNames } from './use-item-names.ts';

/** What both sides changed, and a person must decide; oldest first. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useItemNames();
  const conflicts = useLivePages({
    ask: (after) => ({ query: ConflictsDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.conflicts,
  });
  return (
    <Panel title={t('conflict.title')} onClose={() => navigate('/sync')}>
      <LivePages
        pages={conflicts}
        label={t('conflict.title')}
        className={classes.conflicts}
        waiting={<Waiting rows={3} />}
        arrange={notTaken}
        empty={<Empty icon="check" title={t('conflict.emptyTitle')} text={t('conflict.emptyText')} />}
        row={(conflict) => (
          <li>
            <ConflictCard conflict={conflict} item={nameOf(conflict)} />
          </li>
        )}
      />
    </Panel>
  );
}

function notTaken(conflicts: readonly SyncConflict[]): SyncConflict[] {
  return conflicts.filter(({ taken }) => !taken);
}
