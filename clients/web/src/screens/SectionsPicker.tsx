import { ActionIcon, Checkbox, Fieldset, Group, Stack } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Icon } from '../look/Icon.tsx';
import { Mistake } from '../look/Mistake.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { toggled } from '../look/toggled.ts';
import { moved } from '../menu/order.ts';
import { useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import { SectionsDocument } from './screens.ts';

interface SectionsPickerProps {
  chosen: readonly string[];
  isReadOnly: boolean;
  error: string | undefined;
  onChange: (sectionIds: string[]) => void;
}

/** The sections of a board in their order, and those that could be on it. */
export function SectionsPicker({ chosen, isReadOnly, error, onChange }: SectionsPickerProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const [{ data, error: failure }, ask] = useQuery({ query: SectionsDocument });
  const sections = data?.viewer?.tenant?.menus.flatMap((menu) => menu.sections) ?? [];
  const nameOf = (id: string) => {
    const section = sections.find((other) => other.id === id);
    return section ? textIn(section.names, [i18n.language, ...languages]) : '';
  };
  const known = chosen.filter((id) => sections.some((section) => section.id === id));
  const others = sections.map(({ id }) => id).filter((id) => !chosen.includes(id));

  return (
    <Fieldset variant="unstyled" legend={t('board.sections')} disabled={isReadOnly}>
      {failure && <Trouble problem={problemOf(failure)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      <Stack gap={0} mt="xs">
        {[...known, ...others].map((id) => (
          <Group key={id} justify="space-between" wrap="nowrap" mih={40}>
            <Checkbox
              size="md"
              label={nameOf(id)}
              checked={chosen.includes(id)}
              onChange={() => onChange(toggled(chosen, id))}
            />
            {chosen.includes(id) && !isReadOnly && (
              <Group gap={0} wrap="nowrap">
                {([-1, 1] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    size={36}
                    variant="subtle"
                    color="gray"
                    aria-label={t(by < 0 ? 'action.moveUp' : 'action.moveDown', { name: nameOf(id) })}
                    aria-disabled={moved(known, id, by) === undefined}
                    onClick={() => onChange(moved(known, id, by) ?? [...chosen])}
                  >
                    <Icon name={by < 0 ? 'up' : 'down'} />
                  </ActionIcon>
                ))}
              </Group>
            )}
          </Group>
        ))}
      </Stack>
      <Mistake>{error}</Mistake>
    </Fieldset>
  );
}
