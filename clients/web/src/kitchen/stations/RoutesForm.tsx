import { Button, Chip, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../generated/graphql.ts';
import { useDraft } from '../../graph/use-draft.ts';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';
import { Icon } from '../../look/Icon.tsx';
import { showDone } from '../../look/notify.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import classes from './Stations.module.css';
import { inputsOf, type RouteDraft, routesOf } from './station-draft.ts';
import { KitchenMenuDocument, type KitchenStation, SetKitchenRoutesDocument } from './stations.ts';

const channels: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];

/** What is made at a station: sections and items, each for all ways to order or for some. */
export function RoutesForm({ station, isReadOnly }: { station: KitchenStation; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const { id, name, version } = station;
  const draft = useDraft(`routes ${id}`, { routes: routesOf(station) }, version);
  const { routes } = draft.fields;
  const set = useWrite(SetKitchenRoutesDocument);
  const choices = useChoices();
  const change = (at: number, changes: Partial<RouteDraft>) =>
    draft.change({ routes: routes.map((route, place) => (place === at ? { ...route, ...changes } : route)) });

  return (
    <Stack gap="sm" mt="xl">
      <Title order={3}>{t('kitchen.makes')}</Title>
      <Text size="sm">{t('kitchen.makesHint')}</Text>
      <FormFrame
        draft={draft}
        write={set}
        label={t('kitchen.makes')}
        action={t('kitchen.saveRoutes')}
        isReadOnly={isReadOnly}
        isReady={draft.isChanged}
        onSave={async () => {
          const saved = await set.write({ id, routes: inputsOf(routes) });
          if (saved) showDone(t('kitchen.savedStation', { name }));
          return saved;
        }}
      >
        {routes.map(({ what, channels: chosen }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
          <div key={at} className={classes.route}>
            <Group gap="sm" wrap="nowrap" align="flex-end">
              <NativeSelect
                flex={1}
                label={t('kitchen.part', { place: at + 1 })}
                value={what}
                disabled={isReadOnly}
                error={set.mistakeAt(`routes.${at}`)}
                onChange={({ currentTarget }) => change(at, { what: currentTarget.value })}
                data={[{ value: '', label: t('kitchen.choosePart') }, ...choices]}
              />
              {!isReadOnly && (
                <Button
                  variant="default"
                  onClick={() => draft.change({ routes: routes.filter((_, place) => place !== at) })}
                  aria-label={t('kitchen.removePart', { place: at + 1 })}
                >
                  <Icon name="close" />
                </Button>
              )}
            </Group>
            <Chip.Group
              multiple
              value={[...chosen]}
              onChange={(now: string[]) => change(at, { channels: channels.filter((each) => now.includes(each)) })}
            >
              <Group gap="sm" mt="sm">
                {channels.map((channel) => (
                  <Chip key={channel} value={channel} size="sm" disabled={isReadOnly}>
                    {t(`channel.${channel}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
        ))}
        {!isReadOnly && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<Icon name="plus" size={18} />}
            onClick={() => draft.change({ routes: [...routes, { what: '', channels: [] }] })}
          >
            {t('kitchen.addPart')}
          </Button>
        )}
      </FormFrame>
    </Stack>
  );
}

/** The sections of the menu, each with its items below it. */
function useChoices() {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { data } = useLiveQuery({ query: KitchenMenuDocument });
  const sections = data?.viewer?.tenant?.menus.flatMap((menu) => menu.sections) ?? [];
  const nameOf = ({ names }: (typeof sections)[number]) => textIn(names, [i18n.language, ...languages]);
  return sections.map((section) => ({
    group: nameOf(section),
    items: [
      { value: `section:${section.id}`, label: t('kitchen.wholeSection', { name: nameOf(section) }) },
      ...section.items.map(({ id, names }) => ({
        value: `item:${id}`,
        label: textIn(names, [i18n.language, ...languages]),
      })),
    ],
  }));
}
