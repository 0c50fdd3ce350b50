import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { saveFile } from '../look/save-file.ts';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { OperationState } from './OperationState.tsx';
import { inOrder, type Operation, OperationsDocument, type OperationsOutlet } from './operations.ts';
import { RegisterFiles } from './RegisterFiles.tsx';

/** What one API client may run or wants to: what needs somebody first. */
export function Component() {
  const { t } = useTranslation();
  const { clientId = '' } = useParams();
  const mayWrite = useMay('access:write');
  const [after, setAfter] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({
    query: OperationsDocument,
    variables: { clientId, after },
  });
  const client = data?.apiClient;
  const operations = inOrder(client?.operations.edges.map(({ node }) => node) ?? []);
  const approved = operations.filter(({ status }) => status === 'APPROVED');

  return (
    <>
      <Anchor component={Link} to={`/access/${clientId}`} size="sm">
        {client?.name ?? t('area.access')}
      </Anchor>
      <PageHead title={t('operations.title')}>
        {approved.length > 0 && (
          <Button variant="default" onClick={() => saveApproved(approved)}>
            {t('operations.download')}
          </Button>
        )}
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.lists}>
          {client && mayWrite && <RegisterFiles key={clientId} clientId={clientId} />}
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!data && !problem && <Waiting />}
          {data && !client && <Empty icon="key" title={t('access.goneTitle')} text={t('access.goneText')} />}
          {client && operations.length === 0 && (
            <Empty icon="log" title={t('operations.emptyTitle')} text={t('operations.emptyText')} />
          )}
          {operations.length > 0 && <OperationList operations={operations} />}
          {client?.operations.pageInfo.hasNextPage && (
            <Button
              variant="default"
              mt="sm"
              loading={isAsking}
              onClick={() => setAfter(client.operations.pageInfo.endCursor)}
            >
              {t('action.more')}
            </Button>
          )}
        </div>
        {client && <Outlet context={{ operations } satisfies OperationsOutlet} />}
      </div>
    </>
  );
}

function OperationList({ operations }: { operations: Operation[] }) {
  const { t, i18n } = useTranslation();
  const { clientId, operationId } = useParams();
  const figure = new Intl.NumberFormat(i18n.language);
  return (
    <ul className={classes.list} aria-label={t('operations.title')}>
      {operations.map((operation) => (
        <li key={operation.id} className={classes.row} data-open={operation.id === operationId || undefined}>
          <Link to={`/access/${clientId}/operations/${operation.id}`} className={classes.name}>
            {operation.name}
          </Link>
          <span className={classes.quiet}>
            {t(`operations.${operation.kind}`)} · {operation.rootFields.join(', ')}
          </span>
          <OperationState operation={operation} />
          <span className={`${classes.quiet} ${classes.figure}`}>
            {operation.cost == null ? '–' : t('operations.costs', { cost: figure.format(operation.cost) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** As `npm run check` reads it. */
function saveApproved(operations: readonly Operation[]): void {
  const documents = Object.fromEntries(operations.map(({ documentId, text }) => [documentId, text]));
  saveFile('persisted-documents.json', 'application/json', [`${JSON.stringify(documents, undefined, 2)}\n`]);
}
