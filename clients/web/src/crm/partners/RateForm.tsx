import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { newKey } from '../../graph/new-key.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { readNumber } from '../../money/read-number.ts';
import type { Partner } from './partners.ts';
import { SetCommissionDocument } from './write-partner.ts';

/** What a partner gets of what they bring. Affiliate says it, so that it stands with the partner a moment later. */
export function RateForm({ partner, onDone }: { partner: Partner; onDone: () => void }) {
  const { t } = useTranslation();
  const { id, ratePercent } = partner;
  const draft = useDraft(`rate ${id}`, { ratePercent: ratePercent === null ? '' : String(ratePercent), writtenAs: '' });
  const set = useWrite(SetCommissionDocument);
  const rate = readNumber(draft.fields.ratePercent);
  const missing = { ratePercent: rate === undefined && t('partners.noNumber') };

  async function save() {
    if (hasMistakes(missing) || rate === undefined) return undefined;
    const saved = await set.write({ id, ratePercent: rate, key: draft.fields.writtenAs || newKey() });
    if (!saved) return undefined;
    showDone(t('partners.rateSaid'));
    onDone();
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      label={t('partners.do.rate')}
      write={set}
      action={t('partners.do.rate')}
      isReady={draft.isChanged}
      onSave={save}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      }
    >
      <TextInput
        label={t('partners.rateField')}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        value={draft.fields.ratePercent}
        error={mistakesIn(draft, set, missing)('ratePercent')}
        onChange={({ currentTarget }) => draft.change({ ratePercent: currentTarget.value, writtenAs: newKey() })}
      />
    </FormFrame>
  );
}
