import { Stack, Text } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { refusalText } from '../../words/refusal-text.ts';
import { FileDrop } from './FileDrop.tsx';
import { useTableUpload } from './use-table-upload.ts';
import { PlanImportDocument } from './write-import.ts';

/** A file to import contacts from; what is in it is shown before anything is written. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { send, progress, failure } = useTableUpload();
  const [problem, setProblem] = useState<Problem>();
  const { write: plan, isBusy } = useWrite(PlanImportDocument, setProblem);
  const refusal = problem && refusalText(problem);

  async function take(file: File) {
    setProblem(undefined);
    const uploadId = await send(file);
    const planned = uploadId && (await plan({ uploadId }));
    if (planned) await navigate(`/crm/imports/${planned.planImport.id}`);
  }

  return (
    <Panel title={t('imports.new')} onClose={() => navigate('/crm/imports')}>
      <Stack gap="md" pb="md">
        <Text>{t('imports.about')}</Text>
        <FileDrop
          progress={progress}
          isBusy={isBusy || progress !== undefined}
          failure={failure ?? refusal}
          onFile={(file) => void take(file)}
        />
        {problem && !refusal && <Trouble problem={problem} />}
      </Stack>
    </Panel>
  );
}
