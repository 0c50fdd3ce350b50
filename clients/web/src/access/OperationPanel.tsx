import { Alert, Button, Code, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useThing } from '../graph/use-thing.ts';
import { Confirm } from '../look/Confirm.tsx';
import { Icon } from '../look/Icon.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { useMay } from '../session/viewer.tsx';
import { mistakeText } from '../words/refusal-text.ts';
import { OperationState } from './OperationState.tsx';
import { type Operation, OperationDocument } from './operations.ts';

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
  if (problems.length === 0) return null;
  return (
    <Alert color="red" variant="outline" title={t('operations.problems')} icon={<Icon name="alert" />}>
      <Stack gap={4} component="ul" m={0} pl="md">
        {problems.map(({ kind, message, scope }) => (
          <Text key={message} component="li" size="sm">
            {scope ? t('operations.scopeMissing', { scope }) : message}
            {kind === 'UNFIT' && ` (${t('operations.unfit')})`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

function Facts({ operation: { cost, scopes, reason, text, documentId } }: { operation: Operation }) {
  const { t, i18n } = useTranslation();
  const figure = new Intl.NumberFormat(i18n.language);
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
        {scopes.length > 0 ? t('operations.needs', { scopes: scopes.join(', ') }) : t('operations.needsNothing')}
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
  const [{ fetching: isApproving }, approve] = useMutation(ApproveDocument);
  const [{ fetching: isRejecting, error: refusal }, reject] = useMutation(RejectDocument);
  const [, remove] = useMutation(RemoveDocument);
  const [reason, setReason] = useState<string>();
  const { id, name, status, problems } = operation;
  const isUnfit = problems.some(({ kind }) => kind === 'UNFIT');

  async function onReject(event: FormEvent) {
    event.preventDefault();
    const { data } = await reject({ id, reason: reason ?? '' });
    if (!data) return;
    setReason(undefined);
    showDone(t('operations.isRejected', { name }));
  }

  if (reason !== undefined) {
    return (
      <form onSubmit={onReject} noValidate>
        <Textarea
          label={t('operations.reason')}
          description={t('operations.reasonFor')}
          rows={2}
          data-autofocus
          autoFocus
          value={reason}
          error={refusal && mistakeText(problemOf(refusal))}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="sm" mt="sm">
          <Button type="submit" color="red" loading={isRejecting} disabled={!reason.trim()}>
            {t('operations.reject')}
          </Button>
          <Button variant="default" onClick={() => setReason(undefined)}>
            {t('action.cancel')}
          </Button>
        </Group>
      </form>
    );
  }
  return (
    <Group gap="sm">
      {status !== 'APPROVED' && (
        <Button
          loading={isApproving}
          disabled={isUnfit}
          onClick={async () => {
            const { error } = await approve({ id });
            if (error) return showTrouble(problemOf(error));
            showDone(t('operations.isApproved', { name }));
          }}
        >
          {t('operations.approve')}
        </Button>
      )}
      {status !== 'REJECTED' && (
        <Button variant="default" onClick={() => setReason('')}>
          {t('operations.reject')}
        </Button>
      )}
      <Confirm
        label={t('operations.remove')}
        question={t('operations.removeQuestion', { name })}
        text={t('operations.removeText')}
        answer={t('operations.remove')}
        onConfirm={async () => {
          const { error } = await remove({ id });
          if (error) return showTrouble(problemOf(error));
          onRemoved();
        }}
      />
    </Group>
  );
}
