import { Button, Checkbox, Input, Popover, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './LogPage.module.css';

interface Choice {
  value: string;
  label: string;
}

/** Several of a list, or all of it. */
export function Choices({
  label,
  all,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  all: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useTranslation();
  // The address follows a little later; what is ticked meanwhile counts from what was ticked before.
  const [ticked, setTicked] = useState(chosen);
  const given = chosen.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list with the same in it is no other choice
  useEffect(() => setTicked(chosen), [given]);
  const names = ticked.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  const [first, ...others] = names;
  const said = first === undefined ? all : others.length > 0 ? t('log.chosen', { first, count: others.length }) : first;
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Input.Wrapper label={label} labelElement="div">
        <Popover.Target>
          <Button variant="default" fullWidth justify="space-between" aria-label={`${label}: ${said}`}>
            <span className={classes.said}>{said}</span>
          </Button>
        </Popover.Target>
      </Input.Wrapper>
      <Popover.Dropdown className={classes.choices}>
        <Checkbox.Group
          label={label}
          value={[...ticked]}
          onChange={(next) => {
            setTicked(next);
            onChange(next);
          }}
        >
          <Stack gap="sm" mt="sm">
            {choices.map(({ value, label: name }) => (
              <Checkbox key={value} value={value} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
