import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Moment } from '../look/Moment.tsx';
import { showDone } from '../look/notify.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import type { SyncConflict } from './conflicts.ts';
import { showRefusal } from './refusal.ts';
import classes from './SyncPanel.module.css';
import { fields } from './settings-draft.ts';
import { useFactText } from './use-fact-text.ts';

const ResolveConflictDocument = graphql(`
  mutation ResolveConflict($id: ID!, $take: SyncSide!) {
    resolveConflict(id: $id, take: $take) {
      ...ConflictRow
    }
  }
`);

/** One field of an item: what the menu says, what the product says, and whose word is taken. */
export function ConflictCard({ conflict, item }: { conflict: SyncConflict; item: string }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('sync:write');
  const textOf = useFactText();
  const { write: resolve, isBusy } = useWrite(ResolveConflictDocument, showRefusal);
  const { id, local, remote, createdAt } = conflict;
  const product = t(`product.${conflict.sync.product}`);
  const field = fields.find((known) => known === conflict.field);
  const title = `${item} · ${field ? t(`fact.${field}`) : conflict.field}`;

  async function take(side: 'LOCAL' | 'REMOTE') {
    if (await resolve({ id, take: side })) showDone(t('conflict.taken', { item }));
  }

  return (
    <Stack component="section" gap="sm" aria-label={title}>
      <Text fw={500}>{title}</Text>
      <span className={classes.quiet}>
        <Moment at={createdAt} timeZone={timeZone} />
      </span>
      <div className={classes.values}>
        <Side name={t('conflict.ours')} text={textOf(local)} />
        <Side name={product} text={textOf(remote)} />
        {mayWrite && (
          <>
            <Button variant="default" loading={isBusy} onClick={() => take('LOCAL')}>
              {t('conflict.takeOurs')}
            </Button>
            <Button variant="default" loading={isBusy} onClick={() => take('REMOTE')}>
              {t('conflict.takeTheirs')}
            </Button>
          </>
        )}
      </div>
    </Stack>
  );
}

function Side({ name, text }: { name: string; text: string }) {
  return (
    <div className={classes.value}>
      <span className={classes.quiet}>{name}</span>
      <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
    </div>
  );
}
