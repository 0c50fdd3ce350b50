import { Chip, Fieldset, Group, Input } from '@mantine/core';
import { Mistake } from './Mistake.tsx';

interface ChipsFieldProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  /** What it means to choose none. */
  hint?: string;
  mistake?: string | undefined;
  isOff: boolean;
  onChange: (chosen: Value[]) => void;
}

/** Some of a few, in the order in which they stand, so that choosing one twice changes nothing. */
export function ChipsField<Value extends string>({
  legend,
  options,
  chosen,
  hint,
  mistake,
  isOff,
  onChange,
}: ChipsFieldProps<Value>) {
  return (
    <Fieldset legend={legend} variant="unstyled" disabled={isOff}>
      {hint && <Input.Description>{hint}</Input.Description>}
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(now: string[]) => onChange(options.map(({ value }) => value).filter((value) => now.includes(value)))}
      >
        <Group gap="sm" mt="sm">
          {options.map(({ value, label }) => (
            <Chip key={value} value={value} size="sm">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Mistake>{mistake}</Mistake>
    </Fieldset>
  );
}
