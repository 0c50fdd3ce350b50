import type { ResultOf } from '@graphql-typed-document-node/core';
import { Alert, Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Icon } from '../look/Icon.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { documentsIn } from './document-files.ts';

const RegisterDocument = graphql(`
  mutation RegisterOperations($clientId: ID!, $documents: [OperationDocumentInput!]!) {
    registerOperations(clientId: $clientId, documents: $documents) {
      documentId
      name
      problems {
        kind
        message
        scope
      }
      operation {
        ...OperationRow
      }
    }
  }
`);

type Registration = ResultOf<typeof RegisterDocument>['registerOperations'][number];

/** As many as one call takes. */
const BATCH = 100;

/** Registers what the maker of a client hands over as files; what the graph does not know is told, and the rest waits. */
export function RegisterFiles({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const { write: register, isBusy } = useWrite(RegisterDocument, showTrouble);
  const [refused, setRefused] = useState<Registration[]>([]);

  async function take(files: File[]) {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
    const found = documentsIn(read);
    if ('unreadable' in found) {
      const message = t('operations.unreadable', { file: found.unreadable });
      return showTrouble({ code: 'BAD_USER_INPUT', message, path: [], facts: {} });
    }
    const answers: Registration[] = [];
    for (let from = 0; from < found.texts.length; from += BATCH) {
      const documents = found.texts.slice(from, from + BATCH).map((text) => ({ text }));
      const registered = await register({ clientId, documents });
      if (!registered) return;
      answers.push(...registered.registerOperations);
    }
    const bad = answers.filter(({ operation }) => !operation);
    setRefused(bad);
    if (bad.length < answers.length) showDone(t('operations.registered', { count: answers.length - bad.length }));
  }

  return (
    <Stack gap="sm" mb="md" align="start">
      <FileButton multiple accept=".graphql,.gql,.json" onChange={take}>
        {(props) => (
          <Button {...props} loading={isBusy} leftSection={<Icon name="plus" size={18} />}>
            {t('operations.register')}
          </Button>
        )}
      </FileButton>
      {refused.length > 0 && (
        <Alert role="alert" color="red" variant="outline" w="100%" icon={<Icon name="alert" />}>
          <Group justify="space-between" wrap="nowrap" align="start">
            <Stack gap={4} component="ul" m={0} pl="md">
              {refused.map(({ documentId, name, problems }) => (
                <Text key={documentId} component="li" size="sm">
                  {t('operations.notRegistered', { name: name ?? documentId.slice(0, 15) })}{' '}
                  {problems.map(({ message }) => message).join(' ')}
                </Text>
              ))}
            </Stack>
            <CloseButton aria-label={t('action.close')} onClick={() => setRefused([])} />
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
