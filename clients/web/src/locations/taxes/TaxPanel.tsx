import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay } from '../../session/viewer.tsx';
import type { TaxesOutlet } from './TaxesPage.tsx';
import { TaxForm } from './TaxForm.tsx';
import { draftOf } from './tax-draft.ts';
import { RemoveTaxDocument, type Tax, UpdateTaxDocument } from './taxes.ts';

export function Component() {
  const { t } = useTranslation();
  const { taxRuleId } = useParams();
  const among = useOutletContext<TaxesOutlet>();
  return (
    <ThingPanel
      asked={{ thing: among.taxes.find(({ id }) => id === taxRuleId) ?? null }}
      name={t('tax.title')}
      titleOf={({ name }) => name}
      icon="place"
      historyOf={({ id }) => id}
      gone={{ title: t('tax.goneTitle'), text: t('tax.goneText') }}
      list="/locations/taxes"
    >
      {(tax, close) => <Detail key={tax.id} tax={tax} among={among} onRemoved={close} />}
    </ThingPanel>
  );
}

function Detail({ tax, among, onRemoved }: { tax: Tax; among: TaxesOutlet; onRemoved: () => void }) {
  const { t } = useTranslation();
  const mayWrite = useMay('location:write');
  const { id, name, version } = tax;
  const draft = useDraft(`tax ${id}`, draftOf(tax), version);
  const update = useWrite(UpdateTaxDocument);
  const { write: remove } = useWrite(RemoveTaxDocument, showTrouble);
  return (
    <TaxForm
      id={id}
      draft={draft}
      write={update}
      among={among}
      isReadOnly={!mayWrite}
      action={t('action.save')}
      onSave={async ({ locationId: _, ...input }) => {
        const saved = await update.write({ id, input: { version, ...input } });
        if (saved) showDone(t('location.saved', { name: saved.updateTaxRule.name }));
        return saved;
      }}
      beside={
        <Confirm
          label={t('tax.remove')}
          question={t('tax.removeQuestion', { name })}
          text={t('tax.removeText')}
          answer={t('tax.remove')}
          onConfirm={async () => {
            if (await remove({ id })) onRemoved();
          }}
        />
      }
    />
  );
}
