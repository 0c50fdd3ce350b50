import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../graph/use-draft.ts';
import { useWrite } from '../graph/use-write.ts';
import { FormFrame } from '../look/FormFrame.tsx';
import { Icon } from '../look/Icon.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone } from '../look/notify.tsx';
import { localeOf } from '../money/money.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemFields } from './ItemFields.tsx';
import { changesOf, draftOf } from './item-draft.ts';
import type { Item, MenuSection } from './menu.ts';
import { SoldOutSwitch } from './SoldOutSwitch.tsx';
import { useItemActions } from './use-item-actions.ts';
import { useItemMistakes } from './use-item-mistakes.ts';
import { UpdateItemDocument } from './use-price-edit.ts';

/** All of an item, to read or to change, and what can be done to it. */
export function ItemDetail({ item, section, onGone }: { item: Item; section: MenuSection; onGone: () => void }) {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  const { languages, timeZone } = tenant;
  const mayWrite = useMay('menu:write');
  const actions = useItemActions();
  const { id, version } = item;
  const start = draftOf(item, localeOf(tenant));
  const draft = useDraft(`item ${id}`, start, version);
  const update = useWrite(UpdateItemDocument);
  const { hasMistakes, mistakeAt } = useItemMistakes(draft, update, item.price.currency);
  const name = textIn(item.names, [i18n.language, ...languages]);
  const place = section.items.findIndex((each) => each.id === id);

  async function save() {
    if (hasMistakes) return undefined;
    const input = { version, ...changesOf(draft.fields, start, item.price.currency) };
    const saved = await update.write({ id, input });
    if (saved) showDone(t('item.saved', { name }));
    return saved;
  }

  return (
    <FormFrame
      draft={draft}
      write={update}
      action={t('action.save')}
      isReadOnly={!mayWrite}
      isReady={draft.isChanged}
      onSave={save}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="var(--quiet)">
          {t('item.changed')} <Moment at={item.updatedAt} timeZone={timeZone} />
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm">{t('state.soldOut')}</Text>
          <SoldOutSwitch item={item} name={name} label={t('menu.soldOutOf', { name })} word="✓" actions={actions} />
        </Group>
      </Group>
      <ItemFields draft={draft.fields} mistakeAt={mistakeAt} isReadOnly={!mayWrite} onChange={draft.change} />
      {mayWrite && (
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<Icon name="up" size={18} />}
            disabled={place === 0}
            onClick={() => actions.move(item.id, name, -1)}
          >
            {t('item.up')}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="down" size={18} />}
            disabled={place === section.items.length - 1}
            onClick={() => actions.move(item.id, name, 1)}
          >
            {t('item.down')}
          </Button>
          <Button
            variant="outline"
            color="red"
            onClick={async () => {
              if (await actions.remove(item.id, name)) onGone();
            }}
          >
            {t('item.remove')}
          </Button>
        </Group>
      )}
    </FormFrame>
  );
}
