import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { saveFile } from '../look/save-file.ts';
import { useMay } from '../session/viewer.tsx';
import { numberFormat } from '../words/formats.ts';
import { OperationState } from './OperationState.tsx';
import { inOrder, type Operation, OperationsDocument } from './operations.ts';
import { RegisterFiles } from './RegisterFiles.tsx';

/** What one API client may run or wants to: what needs somebody first. */
export function Component() {
  const { t } = useTranslation();
  const { clientId = '' } = useParams();
  const mayWrite = useMay('access:write');
  const operations = useLivePages({
    ask: (after) => ({ query: OperationsDocument, variables: { clientId, after } }),
    read: ({ apiClient }) => apiClient?.operations,
  });
  const { first } = operations;
  const client = first?.apiClient;
  const approved = inOrder(operations.nodes).filter(({ status }) => status === 'APPROVED');

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
          {first && !client ? (
            <Empty icon="key" title={t('access.goneTitle')} text={t('access.goneText')}>
              <Button component={Link} to="/access" variant="default">
                {t('action.toList')}
              </Button>
            </Empty>
          ) : (
            <LivePages
              pages={operations}
              label={t('operations.title')}
              arrange={inOrder}
              empty={<Empty icon="log" title={t('operations.emptyTitle')} text={t('operations.emptyText')} />}
              row={(operation) => <OperationRow operation={operation} />}
            />
          )}
        </div>
        <Outlet />
      </div>
    </>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const { t, i18n } = useTranslation();
  const { clientId, operationId } = useParams();
  const figure = numberFormat(i18n.language);
  const { id, name, kind, rootFields, cost } = operation;
  return (
    <li className={classes.row} data-open={id === operationId || undefined}>
      <Link to={`/access/${clientId}/operations/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>
        {t(`operations.${kind}`)} · {rootFields.join(', ')}
      </span>
      <OperationState operation={operation} />
      <span className={`${classes.quiet} ${classes.figure}`}>
        {cost == null ? '–' : t('operations.costs', { cost: figure.format(cost) })}
      </span>
    </li>
  );
}

/** As `npm run check` reads it. */
function saveApproved(operations: readonly Operation[]): void {
  const documents = Object.fromEntries(operations.map(({ documentId, text }) => [documentId, text]));
  saveFile('persisted-documents.json', 'application/json', [`${JSON.stringify(documents, undefined, 2)}\n`]);
}
