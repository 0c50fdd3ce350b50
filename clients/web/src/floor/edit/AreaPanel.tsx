import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams, useSearchParams } from 'react-router';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { showDone, showTrouble, showUndo } from '../../look/notify.tsx';
import { Panel } from '../../look/Panel.tsx';
import type { FloorOutlet } from '../FloorPage.tsx';
import {
  type FloorArea,
  RemoveFloorAreaDocument,
  RestoreFloorAreaDocument,
  UpdateFloorAreaDocument,
} from '../floor.ts';
import { withParts } from '../with-parts.ts';

/** One area beside the plan: what it is called, and how large it is. */
export function Component() {
  const { t } = useTranslation();
  const { areaId } = useParams();
  const { areas } = useOutletContext<FloorOutlet>();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const area = areas.find(({ id }) => id === areaId);
  const close = () => void navigate({ pathname: '/floor', search: withParts(search, { edit: '1' }).toString() });
  return (
    <Panel title={area?.name ?? t('floor.goneAreaTitle')} onClose={close}>
      {area ? <AreaForm key={area.id} area={area} onGone={close} /> : <Text>{t('floor.goneText')}</Text>}
    </Panel>
  );
}

function AreaForm({ area, onGone }: { area: FloorArea; onGone: () => void }) {
  const { t } = useTranslation();
  const { name, width, height, version } = area;
  const draft = useDraft(`area ${area.id}`, { name, width, height }, version);
  const update = useWrite(UpdateFloorAreaDocument);
  const remove = useWrite(RemoveFloorAreaDocument, showTrouble);
  const restore = useWrite(RestoreFloorAreaDocument, showTrouble);
  const wanted = { ...draft.fields, name: draft.fields.name.trim() };
  const missing = { name: !wanted.name && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, update, missing);

  async function save() {
    if (hasMistakes(missing)) return undefined;
    const done = await update.write({ id: area.id, input: { version, ...wanted } });
    if (done) showDone(t('floor.saved', { name: done.updateFloorArea.name }));
    return done;
  }

  async function takeAway() {
    const { id } = area;
    if (!(await remove.write({ id }))) return;
    onGone();
    showUndo(`remove ${id}`, t('floor.removedArea', { name }), () => void restore.write({ id }));
  }

  const size = (field: 'width' | 'height') => (
    <NumberInput
      label={t(`floor.${field}`)}
      min={200}
      max={4_000}
      step={100}
      allowDecimal={false}
      value={draft.fields[field]}
      error={mistakeAt(field)}
      onChange={(value) => draft.change({ [field]: Number(value) || 0 })}
    />
  );
  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      onSave={save}
      isReady={draft.isChanged}
      beside={
        <Button variant="outline" color="red" loading={remove.isBusy} onClick={() => void takeAway()}>
          {t('floor.removeArea')}
        </Button>
      }
    >
      <TextInput
        data-autofocus
        label={t('floor.areaName')}
        maxLength={40}
        value={draft.fields.name}
        error={mistakeAt('name')}
        onChange={(event) => draft.change({ name: event.currentTarget.value })}
      />
      <Group grow align="start">
        {size('width')}
        {size('height')}
      </Group>
    </FormFrame>
  );
}
