import { Checkbox, Fieldset, Group, Stack, VisuallyHidden } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Mistake } from '../look/Mistake.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { toggled } from '../look/toggled.ts';
import { Waiting } from '../look/Waiting.tsx';
import { DragOrder } from '../order/DragOrder.tsx';
import { Grip } from '../order/Grip.tsx';
import { MoveButtons } from '../order/MoveButtons.tsx';
import { moved, putBefore } from '../order/moved.ts';
import { draggable } from '../order/rows.ts';
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
  const list = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const others = sections.map(({ id }) => id).filter((id) => !chosen.includes(id));

  function arrange(id: string, sectionIds: readonly string[]) {
    onChange([...sectionIds]);
    say(t('board.sectionPlaced', { name: nameOf(id), place: sectionIds.indexOf(id) + 1, count: sectionIds.length }));
  }

  return (
    <Fieldset variant="unstyled" legend={t('board.sections')} disabled={isReadOnly}>
      {failure && <Trouble problem={problemOf(failure)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!data && !failure && <Waiting rows={4} height={32} />}
      <Stack ref={list} gap={0} mt="xs">
        {[...known, ...others].map((id) => {
          const isArranged = chosen.includes(id) && !isReadOnly;
          return (
            <Group
              key={id}
              gap="xs"
              wrap="nowrap"
              mih={40}
              {...(isArranged && draggable('section', 'board', id, nameOf(id)))}
            >
              {isArranged && <Grip />}
              <Checkbox
                size="md"
                flex={1}
                label={nameOf(id)}
                checked={chosen.includes(id)}
                onChange={() => onChange(toggled(chosen, id))}
              />
              {isArranged && (
                <Group gap={0} wrap="nowrap">
                  <MoveButtons
                    name={nameOf(id)}
                    isFirst={known[0] === id}
                    isLast={known.at(-1) === id}
                    onMove={(by) => arrange(id, moved(known, id, by) ?? chosen)}
                    t={t}
                  />
                </Group>
              )}
            </Group>
          );
        })}
      </Stack>
      {!isReadOnly && (
        <DragOrder
          list={list}
          kind="section"
          onDrop={({ id, nextId }) => arrange(id, putBefore(known, [id], nextId))}
        />
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <Mistake>{error}</Mistake>
    </Fieldset>
  );
}
