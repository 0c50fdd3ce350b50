import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { ColumnsField } from './ColumnsField.tsx';
import type { ImportCard } from './imports.ts';
import { ReadingFields } from './ReadingFields.tsx';
import { draftOfReading, orderOf } from './reading-draft.ts';
import { useMayImport } from './use-may-import.ts';
import { CancelImportDocument, PlanImportDocument } from './write-import.ts';

/** What cannot be planned anew: its file is gone, or it has become contacts. */
const past = ['APPLYING', 'APPLIED', 'STOPPED', 'UNDOING', 'UNDONE', 'EXPIRED'];

/** How a file was read. Whoever says it otherwise has the same file planned anew. */
export function HowRead({ of }: { of: ImportCard }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayImport = useMayImport();
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`import ${of.id}`, draftOfReading(of), of.version);
  const plan = useWrite(PlanImportDocument);
  const { write: cancel } = useWrite(CancelImportDocument);
  const isReadOnly = !mayImport || past.includes(of.status) || of.failure === 'UPLOAD_GONE';

  async function planAnew() {
    const planned = await plan.write(orderOf(of, draft.fields, draft.changes));
    if (!planned) return undefined;
    // The plan that this one replaces is nobody's any more.
    if (of.status === 'PLANNED') await cancel({ id: of.id });
    draft.discard();
    await navigate(`/crm/imports/${planned.planImport.id}`);
    return planned;
  }

  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('imports.howRead')}
        {of.origin && ` (${t('imports.from', { origin: origins[of.origin] ?? of.origin })})`}
      </summary>
      {isOpen && (
        <FormFrame
          draft={draft}
          write={plan}
          action={t('imports.planAnew')}
          isReadOnly={isReadOnly}
          isReady={draft.isChanged}
          onSave={planAnew}
        >
          {!isReadOnly && <Text c="var(--quiet)">{t('imports.howReadText')}</Text>}
          <ReadingFields
            draft={draft.fields}
            mistakeAt={(field) => plan.mistakeAt(`options.${field}`)}
            isReadOnly={isReadOnly}
            onChange={draft.change}
          />
          <ColumnsField
            columns={of.columns}
            meanings={draft.fields.columns}
            isReadOnly={isReadOnly}
            onChange={(columns) => draft.change({ columns })}
          />
        </FormFrame>
      )}
    </details>
  );
}

/** What each program is called; ours has the name of the product. */
const origins: Readonly<Record<string, string>> = {
  MYCELIUM: 'Mycelium',
  GOOGLE: 'Google',
  OUTLOOK: 'Outlook',
  HUBSPOT: 'HubSpot',
  PIPEDRIVE: 'Pipedrive',
};
