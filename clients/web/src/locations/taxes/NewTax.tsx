import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext } from 'react-router';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { Panel } from '../../look/Panel.tsx';
import type { TaxesOutlet } from './TaxesPage.tsx';
import { TaxForm } from './TaxForm.tsx';
import { emptyTax } from './tax-draft.ts';
import { CreateTaxDocument } from './taxes.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const among = useOutletContext<TaxesOutlet>();
  const draft = useDraft('new tax', emptyTax);
  const create = useWrite(CreateTaxDocument);
  return (
    <Panel title={t('tax.new')} onClose={() => navigate('/locations/taxes')}>
      <TaxForm
        draft={draft}
        write={create}
        among={among}
        isReadOnly={false}
        action={t('tax.create')}
        onSave={async (input) => {
          const created = await create.write({ input });
          if (created) await navigate(`/locations/taxes/${created.createTaxRule.id}`);
          return created;
        }}
      />
    </Panel>
  );
}
