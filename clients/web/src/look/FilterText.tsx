import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** What is typed shows at once; the list is asked when typing pauses. */
export function FilterText({
  label,
  type = 'text',
  value,
  onChange,
}: {
  label: string;
  type?: 'text' | 'date';
  value: string;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const changeLater = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      type={type}
      label={label}
      value={text}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        changeLater(currentTarget.value.trim());
      }}
    />
  );
}
