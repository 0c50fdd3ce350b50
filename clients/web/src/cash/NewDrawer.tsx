import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useOutletContext } from 'react-router';
import { hasMistakes, mistakesIn } from '../graph/mistakes.ts';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { Panel } from '../look/Panel.tsx';
import type { CashOutlet } from './CashPage.tsx';
import { CreateDrawerDocument } from './write-cash.ts';

export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { place } = useOutletContext<CashOutlet>();
  const draft = useDraft(`new drawer ${place.id}`, { name: '' });
  const create = useWrite(CreateDrawerDocument);
  const name = draft.fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const created = await create.write({ locationId: place.id, name });
    if (created) await navigate({ pathname: `/cash/drawers/${created.createDrawer.id}`, search });
    return created;
  }

  return (
    <Panel title={t('cash.newDrawer')} onClose={() => navigate({ pathname: '/cash', search })}>
      <FormFrame draft={draft} write={create} action={t('cash.createDrawer')} onSave={save}>
        <TextInput
          data-autofocus
          label={t('cash.drawerName')}
          placeholder={t('cash.drawerExample')}
          maxLength={60}
          value={draft.fields.name}
          error={mistakeAt('name')}
          onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
        />
      </FormFrame>
    </Panel>
  );
}
