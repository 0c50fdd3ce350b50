import { Button, Fieldset, NativeSelect, Group as Row, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UpdateMenuItemInput } from '../../generated/graphql.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble } from '../../look/notify.tsx';
import { MoveButtons } from '../../order/MoveButtons.tsx';
import { moved } from '../../order/moved.ts';
import { useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import { SoldHours } from './SoldHours.tsx';
import { type Choosable, type Sale, UpdateSaleDocument } from './sale.ts';
import { TaxClass } from './TaxClass.tsx';
import { WaysToOrder } from './WaysToOrder.tsx';

/** What guests choose with an item, in which ways and hours it is sold, and how it is taxed; each change is saved at once. */
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
              <Button component={Link} to={`/menu/choices/${group.id}`} variant="subtle" size="compact-sm">
                {nameOf(group)}
              </Button>
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
      <WaysToOrder
        chosen={sale.channels}
        hint={t('sale.channelsHint')}
        isOff={isBusy}
        onChange={(channels) => save({ channels })}
      />
      <SoldHours
        hours={tenant.dayParts}
        chosen={sale.dayParts}
        hint={t('sale.hoursHint')}
        isOff={isBusy}
        onChange={(dayPartIds) => save({ dayPartIds })}
      />
      <TaxClass
        taxClass={sale.taxClass}
        taxes={tenant.taxRules}
        isOff={isBusy}
        onChange={(taxClass) => save({ taxClass })}
      />
    </>
  );
}
