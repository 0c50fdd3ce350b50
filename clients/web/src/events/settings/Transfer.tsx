import { Button, FileButton, Group, Text, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError, useClient } from 'urql';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { importLines, saveOpenEvents } from './transfer.ts';

/** Takes what waits to another installation, or over from one. */
export function Transfer() {
  const { t } = useTranslation();
  const client = useClient();
  const { slug } = useTenant();
  const [isBusy, setBusy] = useState(false);

  async function run(act: () => Promise<string>) {
    setBusy(true);
    try {
      showDone(await act());
    } catch (error) {
      if (!(error instanceof CombinedError)) throw error;
      showTrouble(problemOf(error));
    } finally {
      setBusy(false);
    }
  }

  async function save() {
    const count = await saveOpenEvents(client, `events-${slug}-${new Date().toISOString().slice(0, 10)}.jsonl`);
    return t('bus.exported', { count });
  }

  async function takeOver(file: File) {
    const { imported, known, refused, firstRefused } = await importLines(client, await file.text());
    if (firstRefused) return t('bus.importedInPart', { imported, known, refused, line: firstRefused });
    return imported + known === 0 ? t('bus.noLines') : t('bus.imported', { imported, known });
  }

  return (
    <section>
      <Title order={2} mb={4}>
        {t('bus.moving')}
      </Title>
      <Text size="sm" c="var(--quiet)" mb="sm" maw={720}>
        {t('bus.movingText')}
      </Text>
      <Group gap="sm">
        <Button variant="default" loading={isBusy} onClick={() => run(save)}>
          {t('bus.export')}
        </Button>
        <FileButton accept=".jsonl,.txt" onChange={(file) => file && run(() => takeOver(file))}>
          {(props) => (
            <Button {...props} variant="default" loading={isBusy}>
              {t('bus.import')}
            </Button>
          )}
        </FileButton>
      </Group>
    </section>
  );
}
