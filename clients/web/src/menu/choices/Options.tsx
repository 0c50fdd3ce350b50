import { Button, Fieldset, Group as Row, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Icon } from '../../look/Icon.tsx';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { MoveButtons } from '../../order/MoveButtons.tsx';
import { moved } from '../../order/moved.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { textIn } from '../../words/text-in.ts';
import { inOrder } from '../item-draft.ts';
import { SoldOutTap } from '../SoldOutSwitch.tsx';
import {
  type Group,
  RemoveOptionDocument,
  ReorderOptionsDocument,
  RestoreOptionDocument,
  SellOptionDocument,
} from './choices.ts';
import { OptionForm } from './OptionForm.tsx';
import classes from './Options.module.css';

/** The options of a group in their order: one tap says that one is sold out, and each can be changed where it stands. */
export function Options({ group, groups }: { group: Group; groups: readonly Group[] }) {
  const { t, i18n } = useTranslation();
  const tenant = useTenant();
  const mayWrite = useMay('menu:write');
  const [open, setOpen] = useState<string>();
  const { write: sell } = useWrite(SellOptionDocument, showTrouble);
  const { write: reorder } = useWrite(ReorderOptionsDocument, showTrouble);
  const { write: remove } = useWrite(RemoveOptionDocument, showTrouble);
  const { write: restore } = useWrite(RestoreOptionDocument, showTrouble);
  const ids = group.options.map(({ id }) => id);
  const nameOf = (option: Pick<Group, 'names'>) => textIn(option.names, [i18n.language, ...tenant.languages]);

  function move(id: string, by: -1 | 1) {
    const optionIds = moved(ids, id, by);
    if (optionIds) void reorder({ groupId: group.id, optionIds: [...optionIds] });
  }
  async function takeAway(id: string, name: string) {
    if (await remove({ id })) showUndo(`removed-${id}`, t('choice.isRemoved', { name }), () => void restore({ id }));
  }

  return (
    <Fieldset variant="unstyled" legend={t('choice.options')} mb="lg">
      <Stack gap="xs" mt="xs">
        {group.options.length === 0 && (
          <Text size="sm" c="var(--quiet)">
            {t('choice.noOptions')}
          </Text>
        )}
        {group.options.map((option, at) => {
          const name = nameOf(option);
          const nested = groups.find(({ id }) => id === option.nested?.id);
          return (
            <Stack key={option.id} gap="xs" className={classes.option}>
              <Row gap="xs" wrap="nowrap" justify="space-between">
                <div>
                  <Text td={option.available ? undefined : 'line-through'}>{name}</Text>
                  {nested && (
                    <Row gap="xs">
                      <Text size="sm">{t('choice.leadsTo')}</Text>
                      <Button component={Link} to={`/menu/choices/${nested.id}`} variant="subtle" size="compact-sm">
                        {nameOf(nested)}
                      </Button>
                    </Row>
                  )}
                  {option.allergens.length > 0 && (
                    <Text size="sm" c="var(--quiet)">
                      {inOrder(option.allergens)
                        .map((allergen) => t(`allergen.${allergen}`))
                        .join(', ')}
                    </Text>
                  )}
                </div>
                <Row gap="xs" wrap="nowrap">
                  <Text size="sm">{formatMoney(option.price, localeOf(tenant))}</Text>
                  <SoldOutTap
                    isSoldOut={!option.available}
                    label={t('menu.soldOutOf', { name })}
                    word="✓"
                    onTap={() => void sell({ id: option.id, available: !option.available })}
                  />
                </Row>
              </Row>
              {mayWrite && (
                <Row gap="xs">
                  <MoveButtons
                    name={name}
                    isFirst={at === 0}
                    isLast={at === ids.length - 1}
                    onMove={(by) => move(option.id, by)}
                    t={t}
                  />
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-expanded={open === option.id}
                    aria-label={t('choice.changeOption', { name })}
                    onClick={() => setOpen(open === option.id ? undefined : option.id)}
                  >
                    {t('choice.change')}
                  </Button>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    color="red"
                    aria-label={t('choice.removeOption', { name })}
                    onClick={() => void takeAway(option.id, name)}
                  >
                    {t('choice.take')}
                  </Button>
                </Row>
              )}
              {open === option.id && (
                <OptionForm
                  key={option.version}
                  group={group}
                  groups={groups}
                  option={option}
                  onDone={() => setOpen(undefined)}
                />
              )}
            </Stack>
          );
        })}
        {mayWrite &&
          (open === 'new' ? (
            <OptionForm group={group} groups={groups} onDone={() => setOpen(undefined)} />
          ) : (
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={16} />}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => setOpen('new')}
            >
              {t('choice.addOption')}
            </Button>
          ))}
      </Stack>
    </Fieldset>
  );
}
