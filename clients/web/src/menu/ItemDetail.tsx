import { Button, Group, Stack, Text } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/Icon.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone } from '../look/notify.tsx';
import panel from '../look/Panel.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { ItemFields } from './ItemFields.tsx';
import type { Item, MenuSection } from './menu.ts';
import { SoldOutSwitch } from './SoldOutSwitch.tsx';
import { useItemActions } from './use-item-actions.ts';
import { useItemEdit } from './use-item-edit.ts';

/** All of an item, to read or to change, and what can be done to it. */
export function ItemDetail({ item, section, onGone }: { item: Item; section: MenuSection; onGone: () => void }) {
  const { t, i18n } = useTranslation();
  const { languages, timeZone } = useTenant();
  const mayWrite = useMay('menu:write');
  const actions = useItemActions();
  const edit = useItemEdit(item);
  const name = textIn(item.names, [i18n.language, ...languages]);
  const place = section.items.findIndex(({ id }) => id === item.id);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await edit.save()) showDone(t('item.saved', { name }));
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" c="var(--quiet)">
            {t('item.changed')} <Moment at={item.updatedAt} timeZone={timeZone} />
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm">{t('state.soldOut')}</Text>
            <SoldOutSwitch item={item} name={name} label={t('menu.soldOutOf', { name })} actions={actions} />
          </Group>
        </Group>
        <ItemFields draft={edit.draft} messages={edit.messages} isReadOnly={!mayWrite} onChange={edit.change} />
        {edit.error && <Trouble problem={problemOf(edit.error)} />}
        {mayWrite && (
          <>
            <Group gap="sm">
              <Button
                variant="default"
                leftSection={<Icon name="up" size={18} />}
                disabled={place === 0}
                onClick={() => actions.move(section, item.id, -1)}
              >
                {t('item.up')}
              </Button>
              <Button
                variant="default"
                leftSection={<Icon name="down" size={18} />}
                disabled={place === section.items.length - 1}
                onClick={() => actions.move(section, item.id, 1)}
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
            <div className={panel.actions}>
              <Button type="submit" loading={edit.isSaving} disabled={!edit.isChanged}>
                {t('action.save')}
              </Button>
              <Button variant="default" disabled={!edit.isChanged} onClick={edit.reset}>
                {t('action.discard')}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </form>
  );
}
