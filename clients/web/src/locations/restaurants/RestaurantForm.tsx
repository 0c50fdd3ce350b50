import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasMistakes, mistakesIn } from '../../graph/mistakes.ts';
import type { Draft } from '../../graph/use-draft.ts';
import type { Write } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';

interface RestaurantFormProps {
  draft: Draft<{ name: string }>;
  write: Omit<Write, 'write'>;
  isReadOnly: boolean;
  /** The word on the button that saves. */
  action: string;
  onSave: (values: { name: string }) => Promise<unknown>;
  beside?: ReactNode;
}

/** A brand, new or not. */
export function RestaurantForm({ draft, write, isReadOnly, action, onSave, beside }: RestaurantFormProps) {
  const { t } = useTranslation();
  const { name } = draft.fields;
  const missing = { name: !name.trim() && t('mistake.nameMissing') };
  const mistakeAt = mistakesIn(draft, write, missing);
  return (
    <FormFrame
      draft={draft}
      write={write}
      action={action}
      isReadOnly={isReadOnly}
      onSave={async () => !hasMistakes(missing) && onSave({ name })}
      beside={beside}
    >
      <TextInput
        label={t('brand.name')}
        autoComplete="off"
        value={name}
        readOnly={isReadOnly}
        error={mistakeAt('name')}
        onChange={({ currentTarget }) => draft.change({ name: currentTarget.value })}
      />
    </FormFrame>
  );
}
