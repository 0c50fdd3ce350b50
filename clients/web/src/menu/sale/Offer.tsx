import { Button, Chip, Fieldset, NativeSelect, Group as Row, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UpdateMenuItemInput } from '../../generated/graphql.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble } from '../../look/notify.tsx';
import { MoveButtons } from '../../order/MoveButtons.tsx';
import { moved } from '../../order/moved.ts';
import { useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import { type Choosable, channels, type Sale, UpdateSaleDocument } from './sale.ts';

/** What guests choose with an item, and in which ways and hours it is sold; each change is saved at once. */
export function Offer({ sale, tenant }: { sale: Sale; tenant: Choosable }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const { write, isBusy } = useWrite(UpdateSaleDocument, showTrouble);
  const save = (input: Omit<UpdateMenuItemInput, 'version'>) =>
    void write({ id: sale.id, input: { version: sale.version, ...input } });
  const nameOf = ({ names }: Pick<Choosable['dayParts'][number], 'names'>) =>
    textIn(names, [i18n.language, ...languages]);
  const groupIds = sale.modifierGroups.map(({ id }) => id);
  const given = groupIds.flatMap((id) => tenant.modifierGroups.find((group) => group.id === id) ?? []);
  const others = tenant.modifierGroups.filter(({ id }) => !groupIds.includes(id));

  return (
    <>
      <Fieldset variant="unstyled" legend={t('choice.title')} disabled={isBusy}>
        <Stack gap="xs" mt="xs">
          {given.length === 0 && (
            <Text size="sm" c="var(--quiet)">
              {t('sale.noChoices')}
            </Text>
          )}
          {given.map((group, at) => (
            <Row key={group.id} gap="xs" wrap="nowrap" justify="space-between">
              <Link to={`/menu/choices/${group.id}`}>{nameOf(group)}</Link>
              <Row gap={0} wrap="nowrap">
                <MoveButtons
                  name={nameOf(group)}
                  isFirst={at === 0}
                  isLast={at === given.length - 1}
                  onMove={(by) => {
                    const modifierGroupIds = moved(groupIds, group.id, by);
                    if (modifierGroupIds) save({ modifierGroupIds: [...modifierGroupIds] });
                  }}
                  t={t}
                />
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="red"
                  aria-label={t('choice.removeOption', { name: nameOf(group) })}
                  onClick={() => save({ modifierGroupIds: groupIds.filter((id) => id !== group.id) })}
                >
                  {t('choice.take')}
                </Button>
              </Row>
            </Row>
          ))}
          {others.length > 0 && (
            <NativeSelect
              aria-label={t('sale.addChoice')}
              value=""
              data={[
                { value: '', label: t('sale.addChoice') },
                ...others.map((group) => ({ value: group.id, label: nameOf(group) })),
              ]}
              onChange={({ currentTarget }) => save({ modifierGroupIds: [...groupIds, currentTarget.value] })}
            />
          )}
        </Stack>
      </Fieldset>
      <Fieldset variant="unstyled" legend={t('sale.channels')} disabled={isBusy}>
        <Chip.Group
          multiple
          value={[...sale.channels]}
          onChange={(chosen: string[]) => save({ channels: channels.filter((each) => chosen.includes(each)) })}
        >
          <Row gap="sm" mt="sm">
            {channels.map((channel) => (
              <Chip key={channel} value={channel} size="sm">
                {t(`channel.${channel}`)}
              </Chip>
            ))}
          </Row>
        </Chip.Group>
        <Text size="sm" mt="xs" c="var(--quiet)">
          {t('sale.channelsHint')}
        </Text>
      </Fieldset>
      {tenant.dayParts.length > 0 && (
        <Fieldset variant="unstyled" legend={t('hours.title')} disabled={isBusy}>
          <Chip.Group
            multiple
            value={sale.dayParts.map(({ id }) => id)}
            onChange={(dayPartIds: string[]) => save({ dayPartIds })}
          >
            <Row gap="sm" mt="sm">
              {tenant.dayParts.map((dayPart) => (
                <Chip key={dayPart.id} value={dayPart.id} size="sm">
                  {nameOf(dayPart)}
                </Chip>
              ))}
            </Row>
          </Chip.Group>
          <Text size="sm" mt="xs" c="var(--quiet)">
            {t('sale.hoursHint')}
          </Text>
        </Fieldset>
      )}
    </>
  );
}
