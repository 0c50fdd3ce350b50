import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import type { FloorOutlet } from '../FloorPage.tsx';
import { CreateFloorAreaDocument } from '../floor.ts';
import { withParts } from '../with-parts.ts';

/** A new area, with an empty plan. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { place } = useOutletContext<FloorOutlet>();
  const [search] = useSearchParams();
  const draft = useDraft('new area', { name: '' });
  const create = useWrite(CreateFloorAreaDocument);
  const name = draft.fields.name.trim();
  const missing = { name: !name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, create, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const done = await create.write({ input: { locationId: place.id, name } });
    if (!done) return undefined;
    showDone(t('floor.saved', { name }));
    const next = withParts(search, { area: done.createFloorArea.id, edit: '1' });
    await navigate({ pathname: '/floor', search: next.toString() });
    return done;
  }

  return (
    <Panel title={t('floor.newArea')} onClose={() => void navigate({ pathname: '/floor', search: search.toString() })}>
      <FormFrame draft={draft} write={create} action={t('floor.add')} onSave={save}>
        <TextInput
          data-autofocus
          label={t('floor.areaName')}
          placeholder={t('floor.areaExample')}
          maxLength={40}
          value={draft.fields.name}
          error={mistakeAt('name')}
          onChange={(event) => draft.change({ name: event.currentTarget.value })}
        />
      </FormFrame>
    </Panel>
  );
}
