import { Alert, Button, Code, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useThing } from '../graph/use-thing.ts';
import { useWrite } from '../graph/use-write.ts';
import { Confirm } from '../look/Confirm.tsx';
import { FormFrame } from '../look/FormFrame.tsx';
import { Icon } from '../look/Icon.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { listFormat, numberFormat } from '../words/formats.ts';
import { OperationState } from './OperationState.tsx';
import { type Operation, OperationDocument } from './operations.ts';
import { useScopeWords } from './use-scope-words.ts';

const ApproveDocument = graphql(`
  mutation ApproveOperation($id: ID!) {
    approveOperations(ids: [$id]) {
      ...OperationRow
    }
  }
`);

const RejectDocument = graphql(`
  mutation RejectOperation($id: ID!, $reason: String!) {
    rejectOperations(ids: [$id], reason: $reason) {
      ...OperationRow
    }
  }
`);

const RemoveDocument = graphql(`
  mutation RemoveOperation($id: ID!) {
    removeOperations(ids: [$id])
  }
`);

/** One operation: what it asks and costs, what is wrong with it, and the decision. */
export function Component() {
  const { t } = useTranslation();
  const { clientId, operationId = '' } = useParams();
  const mayWrite = useMay('access:write');
  const asked = useThing(
    { query: OperationDocument, variables: { id: operationId } },
    ({ registeredOperation }) => registeredOperation,
  );
  return (
    <ThingPanel
      asked={asked}
      name={t('operations.title')}
      titleOf={({ name }) => name}
      icon="log"
      gone={{ title: t('operations.goneTitle'), text: t('operations.goneText') }}
      list={`/access/${clientId}/operations`}
    >
      {(operation, close) => (
        <Stack gap="md" mb="lg">
          <Group justify="space-between">
            <OperationState operation={operation} />
            <Text size="sm" c="var(--quiet)">
              {t(`operations.${operation.kind}`)}
            </Text>
          </Group>
          <Problems operation={operation} />
          <Facts operation={operation} />
          {mayWrite && <Decision key={operation.id} operation={operation} onRemoved={close} />}
        </Stack>
      )}
    </ThingPanel>
  );
}

function Problems({ operation: { problems } }: { operation: Operation }) {
  const { t } = useTranslation();
  const { nameOf } = useScopeWords();
  if (problems.length === 0) return null;
  return (
    <Alert color="red" variant="outline" title={t('operations.problems')} icon={<Icon name="alert" />}>
      <Stack gap={4} component="ul" m={0} pl="md">
        {problems.map(({ kind, message, scope }) => (
          <Text key={message} component="li" size="sm">
            {scope ? t('operations.scopeMissing', { scope: nameOf(scope) }) : message}
            {kind === 'UNFIT' && ` (${t('operations.unfit')})`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

function Facts({ operation: { cost, scopes, reason, text, documentId } }: { operation: Operation }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useScopeWords();
  const figure = numberFormat(i18n.language);
  const needed = listFormat(i18n.language, { type: 'unit', style: 'short' }).format(scopes.map(nameOf));
  return (
    <>
      {reason && <Text size="sm">{t('operations.because', { reason })}</Text>}
      {cost != null && (
        <Text size="sm">
          {t('operations.costsUpTo', { cost: figure.format(cost) })}{' '}
          <Text span size="sm" c="var(--quiet)">
            {t('operations.assumed')}
          </Text>
        </Text>
      )}
      <Text size="sm">
        {scopes.length > 0 ? t('operations.needs', { scopes: needed }) : t('operations.needsNothing')}
      </Text>
      <div>
        <Title order={3} size="h5" mb={4}>
          {t('operations.document')}
        </Title>
        <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Code>
        <Text size="xs" c="var(--quiet)" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {documentId}
        </Text>
      </div>
    </>
  );
}

function Decision({ operation, onRemoved }: { operation: Operation; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { write: approve, isBusy: isApproving } = useWrite(ApproveDocument, showTrouble);
  const { write: remove } = useWrite(RemoveDocument, showTrouble);
  const [isRejecting, setRejecting] = useState(false);
  const { id, name, status, problems } = operation;
  const isUnfit = problems.some(({ kind }) => kind === 'UNFIT');
  if (isRejecting) return <Rejection operation={operation} onDone={() => setRejecting(false)} />;
  return (
    <Group gap="sm">
      {status !== 'APPROVED' && (
        <Button
          loading={isApproving}
          disabled={isUnfit}
          onClick={async () => {
            if (await approve({ id })) showDone(t('operations.isApproved', { name }));
          }}
        >
          {t('operations.approve')}
        </Button>
      )}
      {status !== 'REJECTED' && (
        <Button variant="default" onClick={() => setRejecting(true)}>
          {t('operations.reject')}
        </Button>
      )}
      <Confirm
        label={t('operations.remove')}
        question={t('operations.removeQuestion', { name })}
        text={t('operations.removeText')}
        answer={t('operations.remove')}
        onConfirm={async () => {
          if (await remove({ id })) onRemoved();
        }}
      />
    </Group>
  );
}

function Rejection({ operation: { id, name }, onDone }: { operation: Operation; onDone: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`reject ${id}`, { reason: '' });
  const reject = useWrite(RejectDocument);
  const { reason } = draft.fields;

  async function save() {
    const rejected = await reject.write({ id, reason });
    if (!rejected) return undefined;
    showDone(t('operations.isRejected', { name }));
    onDone();
    return rejected;
  }

  return (
    <FormFrame
      draft={draft}
      write={reject}
      action={t('operations.reject')}
      isReady={reason.trim() !== ''}
      onSave={save}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      }
    >
      <Textarea
        label={t('operations.reason')}
        description={t('operations.reasonFor')}
        rows={2}
        data-autofocus
        autoFocus
        value={reason}
        error={reject.mistakeAt('reason')}
        onChange={(event) => draft.change({ reason: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
