import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { showDone } from '../look/notify.tsx';
import type { Drawer } from './cash.ts';
import { useAmount } from './use-amount.ts';
import { useOwnId } from './use-own-id.ts';
import { OpenCashSessionDocument } from './write-cash.ts';

/** A drawer that is closed, and the cash with which it is opened. */
export function OpenDrawer({ drawer }: { drawer: Drawer }) {
  const { t } = useTranslation();
  const { id: drawerId, name, location } = drawer;
  const draft = useDraft(`open drawer ${drawerId}`, { float: '' });
  const open = useWrite(OpenCashSessionDocument);
  const { idFor, done } = useOwnId();
  const { money, mistake } = useAmount(location.currency)(draft.fields.float);
  const missing = { float: mistake };
  const mistakeAt = mistakesIn(draft, open, missing);

  async function save() {
    if (hasMistakes(missing) || !money) return undefined;
    const content = { drawerId, float: money.amount };
    const opened = await open.write({ input: { id: idFor(content), ...content } });
    if (!opened) return undefined;
    done();
    draft.discard();
    showDone(t('cash.wasOpened', { name }));
    return opened;
  }

  return (
    <FormFrame draft={draft} write={open} label={t('cash.openDrawer')} action={t('cash.openDrawer')} onSave={save}>
      <TextInput
        size="lg"
        label={t('cash.float')}
        description={t('cash.floatHint')}
        inputMode="decimal"
        autoComplete="off"
        value={draft.fields.float}
        error={mistakeAt('float')}
        onChange={({ currentTarget }) => draft.change({ float: currentTarget.value })}
      />
    </FormFrame>
  );
}
