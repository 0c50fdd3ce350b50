import { Alert, Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { Icon } from '../look/Icon.tsx';
import { showDone } from '../look/notify.tsx';
import { troubleText, troubleTitle } from '../look/trouble-text.ts';
import { type Refused, takeFiles } from './take-files.ts';

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

/** A write that answers nothing was given up. */
const unanswered: Problem = { code: 'UNAVAILABLE', message: '', path: [], facts: {} };

/** Registers what the maker of a client hands over as files; what the graph does not know is named, and the rest waits. */
export function RegisterFiles({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const problem = useRef<Problem>(undefined);
  const { write: register } = useWrite(RegisterDocument, (refusal) => {
    problem.current = refusal;
  });
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);
  const again = useRef<() => void>(null);

  async function take(files: File[]) {
    setBusy(true);
    setRefused([]);
    const taken = await takeFiles(files, async (texts) => {
      problem.current = undefined;
      const answer = await register({ clientId, documents: texts.map((text) => ({ text })) });
      return answer?.registerOperations ?? problem.current ?? unanswered;
    });
    setBusy(false);
    setRefused(taken.refused);
    if (taken.registered > 0) showDone(t('operations.registered', { count: taken.registered }));
    // The same files, once they are mended, are a change again.
    again.current?.();
  }

  return (
    <Stack gap="sm" mb="md" align="start">
      <FileButton multiple accept=".graphql,.gql,.json" resetRef={again} onChange={take}>
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
              {refused.map((each, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list changes as a whole
                <Text key={place} component="li" size="sm">
                  <RefusedText refused={each} />
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

/** Which file or document it is, and why. */
function RefusedText({ refused: { file, name, why } }: { refused: Refused }) {
  const { t } = useTranslation();
  if (why === 'EMPTY') return t('operations.unreadable', { file });
  if (why === 'UNREADABLE') return t('operations.notOpened', { file });
  const what = name ? t('operations.notRegistered', { name }) : '';
  const reason = 'code' in why ? [troubleTitle(why), troubleText(why)].filter(Boolean).join(' ') : why.join(' ');
  return `${file}: ${what} ${reason}`;
}
